package hallmonitor.moderation.console.release;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.SchoolYear;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.release.MediaReleaseList;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Answers whether a student may be published. Each question is in the audit log, without the name;
 * how many a person asks in an hour is limited.
 */
@ApplicationScoped
public class PublishDesk {
  static final String ASKED = "release-asked";

  private final MediaReleaseList list;
  private final LiveRules rules;
  private final ConsoleDatabase database;
  private final ConsoleConfig console;
  private final MediaReleaseConfig config;

  PublishDesk(
      MediaReleaseList list,
      LiveRules rules,
      ConsoleDatabase database,
      ConsoleConfig console,
      MediaReleaseConfig config) {
    this.list = list;
    this.rules = rules;
    this.database = database;
    this.console = console;
    this.config = config;
  }

  /** Returns the present day in the district. */
  LocalDate today() {
    return LocalDate.now(rules.district().current().value().timeZone());
  }

  SchoolYear schoolYear() {
    return SchoolYear.of(today(), console.schoolYearFrom());
  }

  /**
   * Answers; empty if the person has asked too often in the last hour.
   *
   * @param asked parts of the name
   * @param actor a user name
   */
  Optional<PublishAnswer> ask(List<String> asked, String actor) {
    PublishAnswer answer =
        PublishAnswer.of(asked, list.all(), rules.refusalsInFile(), today(), schoolYear().last());
    return database.write(
        h -> {
          if (hasAskedEnough(h, actor)) {
            return Optional.empty();
          }
          AuditLog.add(
              h,
              actor,
              ASKED,
              answer.about().map(MediaReleaseList::target).orElse(""),
              answer.inShort().toString());
          return Optional.of(answer);
        });
  }

  /** Locks, or two questions at once would both be the last. */
  private boolean hasAskedEnough(Handle transaction, String actor) {
    transaction.execute("select pg_advisory_xact_lock(hashtextextended(?, 40))", actor);
    long asked =
        transaction
            .createQuery(
                """
                select count(*) from audit
                where actor = :actor
                  and act = :act
                  and at > clock_timestamp() - interval '1 hour'
                """)
            .bind("actor", actor)
            .bind("act", ASKED)
            .mapTo(Long.class)
            .one();
    return asked >= config.questionsPerHour();
  }
}
