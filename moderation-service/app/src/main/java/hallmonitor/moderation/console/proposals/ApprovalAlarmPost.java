package hallmonitor.moderation.console.proposals;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Tells the other administrators when somebody approves with an account that was made or changed
 * shortly before. A mail that the mail server does not accept is tried again, by any instance, for
 * a week.
 */
@ApplicationScoped
public class ApprovalAlarmPost {
  private static final int MOST_DAYS = 365;

  private final ConsoleDatabase database;
  private final ConsoleUsers people;
  private final OnceMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;

  ApprovalAlarmPost(
      ConsoleDatabase database,
      ConsoleUsers people,
      OnceMail mail,
      ConsoleConfig config,
      LiveRules rules) {
    this.database = database;
    this.people = people;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  void atStart(@Observes StartupEvent event) {
    int days = config.twoPersonsDays();
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalStateException(
          "Set HALLMONITOR_CONSOLE_TWO_PERSONS_DAYS to 0 to 365 days and start again: it is "
              + days);
    }
    database.write(
        t -> {
          TwoPersons.setDays(t, days);
          return true;
        });
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    due().forEach(alarm -> people.named(alarm.reader()).ifPresent(to -> tell(alarm, to)));
  }

  private List<ApprovalAlarm> due() {
    return database.read(
        h -> h.createQuery(ApprovalAlarm.DUE).map(rows(ApprovalAlarm.class)).list());
  }

  private void tell(ApprovalAlarm alarm, ConsoleUser person) {
    if (!person.administrator() || person.removed() || person.email().isEmpty()) {
      return;
    }
    District district = rules.district().current().value();
    String language = district.person(person.toldAs()).map(Person::language).orElse("en");
    mail.send(
        transaction ->
            transaction.execute(
                    """
                    update approval_alarm_told set told_at = clock_timestamp()
                    where alarm_id = ? and user_name = ? and told_at is null
                    """,
                    alarm.alarmId(),
                    person.userName())
                == 1,
        new Addressed(
            "approval/" + alarm.alarmId() + "/" + person.userName(),
            person.displayName(),
            person.email(),
            alarm.letter(
                person.displayName(),
                language,
                district.timeZone(),
                config.url().resolve("/people/" + alarm.approver()).toString())),
        "nobody could be told of an approval with a new account");
  }
}
