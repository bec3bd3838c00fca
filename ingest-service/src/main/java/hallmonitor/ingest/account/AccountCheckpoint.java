package hallmonitor.ingest.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The reading position of an account's lanes. The reconcile lane has none: after a restart it
 * sweeps from the start.
 *
 * @param live the live lane's cursor; empty before the first read
 * @param since when the account was first read; absent before that and in older records
 */
public record AccountCheckpoint(String live, Optional<Backfill> backfill, Optional<Instant> since) {
  public static final AccountCheckpoint START =
      new AccountCheckpoint("", Optional.empty(), Optional.empty());

  public AccountCheckpoint {
    since = since == null ? Optional.empty() : since;
  }

  /**
   * Progress of a back-fill.
   *
   * @param from the requested first day; another day starts another back-fill
   * @param done comments read so far
   */
  public record Backfill(
      LocalDate from,
      String cursor,
      long done,
      Optional<Long> total,
      Optional<Instant> reachedBack,
      boolean finished) {
    public static Backfill start(LocalDate from) {
      return new Backfill(from, "", 0, Optional.empty(), Optional.empty(), false);
    }
  }

  public AccountCheckpoint withLive(String cursor) {
    return new AccountCheckpoint(cursor, backfill, since);
  }

  public AccountCheckpoint withBackfill(Backfill next) {
    return new AccountCheckpoint(live, Optional.of(next), since);
  }

  /** Returns the same position with this time as the first read, unless there is an earlier one. */
  public AccountCheckpoint readSince(Instant now) {
    return since.isPresent() ? this : new AccountCheckpoint(live, backfill, Optional.of(now));
  }
}
