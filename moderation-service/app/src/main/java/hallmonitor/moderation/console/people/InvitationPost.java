package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.DueMails;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Sends invitations. The table is the queue: what is committed is sent, with retries until the mail
 * server accepts it, by any instance, even after a crash.
 */
@ApplicationScoped
public class InvitationPost {
  private static final System.Logger LOG = System.getLogger(InvitationPost.class.getName());

  private final Invitations invitations;
  private final ConsoleMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;

  InvitationPost(Invitations invitations, ConsoleMail mail, ConsoleConfig config, LiveRules rules) {
    this.invitations = invitations;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void sendDue() {
    DueMails.send(invitations::take, this::send);
  }

  private void send(Invitation invitation) {
    District district = rules.district().current().value();
    String path =
        invitation.bySingleSignOn()
            ? "/sign-in/sso"
            : InvitationPages.PATH + invitations.makeLink(invitation).token();
    MailOutcome outcome =
        mail.send(
            invitation.invitationId(),
            invitation.displayName(),
            invitation.email(),
            InvitationLetter.of(
                invitation,
                district.name(),
                district.timeZone(),
                config.url().resolve(path).toString()));
    invitations.settle(invitation, outcome);
    if (outcome != MailOutcome.SENT) {
      LOG.log(
          System.Logger.Level.WARNING,
          "invitation {0} was not sent: {1}",
          invitation.invitationId(),
          outcome.words());
    }
  }
}
