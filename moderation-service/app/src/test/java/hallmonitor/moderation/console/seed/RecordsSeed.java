package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** Records on the practice page that are old enough for disposal. */
public final class RecordsSeed {
  /** Everything here was last changed before this day. */
  public static final LocalDate DAY = LocalDate.now().minusYears(8);

  private static final Duration AGE = Duration.ofDays(365 * 10);

  private final ConsoleDatabase database;
  private final Seed seed;
  private final DecidingSeed deciding;

  public RecordsSeed(ConsoleDatabase database) {
    this.database = database;
    seed = new Seed(database);
    deciding = new DecidingSeed(database, seed);
  }

  public void nothing() {
    deciding.nothing();
    nothingCounted();
  }

  /** Forgets holds, disposals and counts, and leaves everything else, people included. */
  public void nothingCounted() {
    EmptyTables.empty(
        database,
        "disposed_revision",
        "disposal_left",
        "record_hold",
        "counted_day",
        "kept_month",
        "kept_count",
        "kept_day",
        "disposal");
    database.write(
        h ->
            h.execute(
                """
              insert into counted_day
              select d::date, now(), true
              from generate_series(current_date - 4000, current_date - 3000, interval '1 day') d
              """));
  }

  public Seed seed() {
    return seed;
  }

  public DecidingSeed deciding() {
    return deciding;
  }

  public void allowed(String id, String text) {
    deciding.allowed(id, "Dana Reyes", text, AGE);
  }

  /** Adds a case that was also decided long ago. */
  public UUID decided(String id, String building, String text) {
    UUID caseId = seed.aCase(id).saying(text).in(building).decided("confirmed").aged(AGE).there();
    database.write(
        h -> {
          h.execute("update revision set judged_at = observed_at where comment_id = ?", id);
          return h.execute(
              "update review_case set decided_at = opened_at, decision_note = 'As clause 2.1 says.' where case_id = ?",
              caseId);
        });
    return caseId;
  }
}
