package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.DueMails;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.moderation.store.connect.Connections;
import hallmonitor.settings.district.District;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends invitations to connect an account, with retries until the mail server accepts them. */
@ApplicationScoped
public class ConnectionPost {
  private static final System.Logger LOG = System.getLogger(ConnectionPost.class.getName());

  private final ConnectionInvitations invitations;
  private final Connections connections;
  private final ConnectionLinks links;
  private final ConsoleMail mail;
  private final LiveRules rules;

  ConnectionPost(
      ConnectionInvitations invitations,
      Connections connections,
      ConnectionLinks links,
      ConsoleMail mail,
      LiveRules rules) {
    this.invitations = invitations;
    this.connections = connections;
    this.links = links;
    this.mail = mail;
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

  private void send(ConnectionInvitation invitation) {
    District district = rules.district().current().value();
    AccountConnection connection = connections.find(invitation.connectionId()).orElseThrow();
    MailOutcome outcome =
        mail.send(
            invitation.invitationId(),
            invitation.name(),
            invitation.email(),
            ConnectionLetter.of(
                invitation,
                connection,
                DisplayLabels.person(invitation.sentBy()),
                district.name(),
                district.timeZone(),
                links.address(invitation).toString()));
    boolean sent = outcome == MailOutcome.SENT;
    invitations.settle(
        invitation.invitationId(),
        sent ? "sent" : outcome.isFinal() ? "refused" : "waiting",
        sent ? "" : EnumCodes.of(outcome));
    if (!sent) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the link {0} was not sent: {1}",
          invitation.invitationId(),
          outcome.words());
    }
  }
}
