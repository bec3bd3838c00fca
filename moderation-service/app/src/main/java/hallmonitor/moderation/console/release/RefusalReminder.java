package hallmonitor.moderation.console.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Reminds those who keep the list before refusals end with the school year: each person once for
 * each year, by mail. A mail that the server does not accept is tried again, by any instance.
 */
@ApplicationScoped
public class RefusalReminder {
  private static final System.Logger LOG = System.getLogger(RefusalReminder.class.getName());

  private final MediaReleaseList list;
  private final PublishDesk desk;
  private final ConsoleUsers people;
  private final ConsoleDatabase database;
  private final ConsoleMail mail;
  private final ConsoleConfig console;
  private final MediaReleaseConfig config;
  private final LiveRules rules;

  RefusalReminder(
      MediaReleaseList list,
      PublishDesk desk,
      ConsoleUsers people,
      ConsoleDatabase database,
      ConsoleMail mail,
      ConsoleConfig console,
      MediaReleaseConfig config,
      LiveRules rules) {
    this.list = list;
    this.desk = desk;
    this.people = people;
    this.database = database;
    this.mail = mail;
    this.console = console;
    this.config = config;
    this.rules = rules;
  }

  @Scheduled(
      every = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void remindDue() {
    remindDue(desk.today());
  }

  void remindDue(LocalDate today) {
    LocalDate ends = desk.schoolYear().last();
    if (today.plusDays(config.remindBefore().toDays()).isBefore(ends)) {
      return;
    }
    long ending = list.all().stream().filter(entry -> entry.until().equals(ends)).count();
    if (ending > 0) {
      people.all().stream()
          .filter(RefusalReminder::keeps)
          .forEach(person -> remind(person, ending, ends));
    }
  }

  private static boolean keeps(ConsoleUser person) {
    boolean role = person.administrator() || ConsoleUser.RECORDS_OFFICER.equals(person.role());
    return role && person.scope().everywhere() && !person.removed() && !person.email().isEmpty();
  }

  /** In one transaction: it is recorded as sent only if the mail server accepted it. */
  private void remind(ConsoleUser person, long ending, LocalDate ends) {
    database.write(
        transaction -> {
          int due =
              transaction.execute(
                  """
                  insert into media_release_reminder (until, user_name) values (?, ?)
                  on conflict do nothing
                  """,
                  ends,
                  person.userName());
          if (due == 1) {
            MailOutcome outcome =
                mail.send(
                    idOf(person, ends),
                    person.displayName(),
                    person.email(),
                    letter(person, ending, ends));
            if (outcome != MailOutcome.SENT) {
              LOG.log(
                  System.Logger.Level.WARNING,
                  "nobody could be reminded that refusals end: {0}",
                  outcome.words());
            }
            if (outcome != MailOutcome.SENT && !outcome.isFinal()) {
              transaction.rollback();
            }
          }
          return due;
        });
  }

  private Letter letter(ConsoleUser person, long ending, LocalDate ends) {
    String language =
        rules
            .district()
            .current()
            .value()
            .person(person.toldAs())
            .map(Person::language)
            .orElse("en");
    return new Letter(
        language,
        ReaderLanguage.says(Sentence.of("Refusals on the media-release list end soon"), language),
        List.of(
            ReaderLanguage.says(Sentence.of("Hello {1},", person.displayName()), language),
            ReaderLanguage.says(
                Sentence.of(
                    "The school year ends on {1}, and with it {2} refusals of publication. Ask the"
                        + " families, and renew those that still hold.",
                    ends, ending),
                language),
            ReaderLanguage.says(
                Sentence.of(
                    "A refusal that has ended no longer sends comments and posts to review."),
                language)),
        ReaderLanguage.says(Sentence.of("Open the list"), language),
        console.url().resolve("/media-release/list").toString(),
        List.of(
            ReaderLanguage.says(
                Sentence.of(
                    "You get this mail because you keep the media-release list, once for each"
                        + " school year."),
                language)));
  }

  private static UUID idOf(ConsoleUser person, LocalDate ends) {
    return UUID.nameUUIDFromBytes(("release/" + person.userName() + "/" + ends).getBytes(UTF_8));
  }
}
