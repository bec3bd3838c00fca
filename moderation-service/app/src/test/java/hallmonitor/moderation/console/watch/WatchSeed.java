package hallmonitor.moderation.console.watch;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.operations.ReportedStatus;
import hallmonitor.moderation.console.register.RegisterSeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** An account with comments at times of a test's choice. */
final class WatchSeed {
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  private final ConsoleDatabase database;
  private final Seed seed;

  WatchSeed(ConsoleDatabase database) {
    this.database = database;
    seed = new Seed(database);
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("America/Chicago")).toInstant();
  }

  void nothing() {
    seed.nothing();
    new RegisterSeed(database).nothing();
    database.write(h -> h.execute("truncate account_look, account_trouble, account_trouble_told"));
  }

  /** A moderator, an auditor, and the account's deputy. */
  void people() {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("novak", "moderator");
    staff.person("auditor", "auditor");
    database.write(
        h ->
            h.execute(
                """
                insert into register_entry (entry_id, account, name, platform, kind, building, administrator, deputy,
                  state)
                values (gen_random_uuid(), 'practice', 'Practice', 'wordpress', 'school', 'maple-high', 'novak',
                  'reyes', 'registered')
                """));
  }

  void comment(String id, String local) {
    seed.comment(id, "Kai Ito", "Hello " + id, null, Duration.ZERO, "visible");
    database.write(
        h ->
            h.execute(
                "update comment set first_seen_at = ? where comment_id = ?",
                at(local).atOffset(ZoneOffset.UTC),
                id));
  }

  /** Adds a case that someone decides, with a comment from before the watch. */
  void decided(String by, String local) {
    seed.aCase("of-" + by).aged(Duration.ofDays(365)).decided("dismissed").there();
    database.write(
        h ->
            h.execute(
                "update review_case set decided_by = ?, decided_at = ? where comment_id = ?",
                by,
                at(local).atOffset(ZoneOffset.UTC),
                "of-" + by));
  }

  /** The ingest service reports the account, with so many hides left. */
  void reports(AccountStatus.State state, long hides) {
    ReportedStatus.put(
        database,
        new AccountStatus(
            "practice",
            "wordpress",
            "Practice page",
            state,
            List.of("hide"),
            Optional.empty(),
            Optional.empty(),
            0,
            1,
            0,
            Optional.empty(),
            Optional.empty(),
            Instant.now(),
            Optional.empty(),
            List.of(),
            Optional.of(new Allowance(hides, NEVER)),
            Optional.empty(),
            Optional.empty()));
  }

  /** Returns a place in the list of new comments, for an address. */
  String placeOf(String comment, String local) {
    return at(local) + "~" + CommentAddress.of("practice", comment);
  }

  String lookedBy() {
    return database.read(
        h ->
            h.createQuery("select looked_by from account_look where account = 'practice'")
                .mapTo(String.class)
                .one());
  }

  long ended() {
    return database.read(
        h ->
            h.createQuery("select count(*) from account_trouble where ended_at is not null")
                .mapTo(Long.class)
                .one());
  }
}
