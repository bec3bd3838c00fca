package hallmonitor.moderation.console.release;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Reminds those who keep the list before refusals end with the school year: each person once for
 * each year, by mail. A mail that the server does not accept is tried again, by any instance.
 */
@ApplicationScoped
public class RefusalReminder {
  private final MediaReleaseList list;
  private final PublishDesk desk;
  private final ConsoleUsers people;
  private final OnceMail mail;
  private final ConsoleConfig console;
  private final MediaReleaseConfig config;
  private final LiveRules rules;

  RefusalReminder(
      MediaReleaseList list,
      PublishDesk desk,
      ConsoleUsers people,
      OnceMail mail,
      ConsoleConfig console,
      MediaReleaseConfig config,
      LiveRules rules) {
    this.list = list;
    this.desk = desk;
    this.people = people;
    this.mail = mail;
    this.console = console;
    this.config = config;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
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

  private void remind(ConsoleUser person, long ending, LocalDate ends) {
    mail.send(
        transaction ->
            transaction.execute(
                    """
                    insert into media_release_reminder (until, user_name) values (?, ?)
                    on conflict do nothing
                    """,
                    ends,
                    person.userName())
                == 1,
        new Addressed(
            "release/" + person.userName() + "/" + ends,
            person.displayName(),
            person.email(),
            letter(person, ending, ends)),
        "nobody could be reminded that refusals end");
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
}
