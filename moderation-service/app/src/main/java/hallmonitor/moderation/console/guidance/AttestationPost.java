package hallmonitor.moderation.console.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.Attestations.AttestationRound;
import hallmonitor.moderation.store.guidance.StaffMember;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.QuietTime;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Mails the guidelines to those who have not attested, once an administrator has asked, outside
 * quiet hours, and again each week. A mail that the server does not accept is tried again, by any
 * instance.
 */
@ApplicationScoped
public class AttestationPost {
  private static final System.Logger LOG = System.getLogger(AttestationPost.class.getName());
  private static final int DAYS = 7;

  /** So that a district's mail server does not take a large staff for spam. */
  private static final int MOST_AT_ONCE = 50;

  private final GuidanceStaff staff;
  private final Attestations attestations;
  private final GuidanceLinks links;
  private final ConsoleDatabase database;
  private final ConsoleMail mail;

  AttestationPost(
      GuidanceStaff staff,
      Attestations attestations,
      GuidanceLinks links,
      ConsoleDatabase database,
      ConsoleMail mail) {
    this.staff = staff;
    this.attestations = attestations;
    this.links = links;
    this.database = database;
    this.mail = mail;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    tellDue(Instant.now());
  }

  void tellDue(Instant now) {
    Optional<AttestationRound> round = attestations.round(staff.schoolYear().first());
    boolean quiet =
        new QuietTime(staff.district().quietHours(), staff.district().timeZone()).isQuiet(now);
    if (round.isEmpty() || quiet) {
      return;
    }
    long told =
        staff.lines(Scope.EVERYWHERE).stream()
            .filter(line -> line.isOpen() && !line.member().email().isEmpty())
            .filter(line -> tell(line.member(), round.get()))
            .limit(MOST_AT_ONCE)
            .count();
    if (told > 0) {
      LOG.log(System.Logger.Level.INFO, "{0} of the staff were mailed the guidelines", told);
    }
  }

  /** In one transaction: it is recorded as sent only if the mail server accepted it. */
  private boolean tell(StaffMember member, AttestationRound round) {
    return database.write(
        transaction -> {
          if (!Attestations.isDue(transaction, member.key(), round.schoolYear(), DAYS)) {
            return false;
          }
          MailOutcome outcome =
              mail.send(
                  UUID.nameUUIDFromBytes(
                      ("guidelines/" + member.key() + "/" + staff.today()).getBytes(UTF_8)),
                  member.name(),
                  member.email(),
                  letter(member, round));
          if (outcome != MailOutcome.SENT && !outcome.isFinal()) {
            transaction.rollback();
          }
          return outcome == MailOutcome.SENT;
        });
  }

  private Letter letter(StaffMember member, AttestationRound round) {
    String language = member.language();
    return new Letter(
        language,
        ReaderLanguage.says(
            Sentence.of("Read the guidelines for staff, and attest to them"), language),
        List.of(
            ReaderLanguage.says(Sentence.of("Hello {1},", member.name()), language),
            ReaderLanguage.says(
                Sentence.of(
                    "Please read the district's guidelines for your personal use of social media,"
                        + " and attest to them by {1}. It takes a few minutes, once in a school"
                        + " year.",
                    Letter.day(round.dueOn(), language)),
                language),
            ReaderLanguage.says(
                Sentence.of("Nobody watches your private accounts, now or after that."), language)),
        ReaderLanguage.says(Sentence.of("Read the guidelines"), language),
        links.address(member).toString(),
        List.of(
            ReaderLanguage.says(
                Sentence.of(
                    "The link is yours alone; do not pass it on. You get this mail once a week"
                        + " until you have attested."),
                language)));
  }
}
