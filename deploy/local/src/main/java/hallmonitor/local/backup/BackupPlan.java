package hallmonitor.local.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a copy is due, and what about the backups people must know. */
final class BackupPlan {
  /** The daily copy may take this long, or wait for this machine to be started. */
  static final Duration OLDEST_COPY = Duration.ofHours(26);

  /** What a disaster may cost: a change must be in the archive after this long. */
  static final Duration LONGEST_UNARCHIVED = Duration.ofMinutes(5);

  /** What an urgent trouble says on top. */
  static final String STOPS_SOON =
      " The disk of the data folder is nearly full of them, and Hall Monitor stops when it is full.";

  private static final long LITTLE_ROOM = 5_000_000_000L;
  private static final long LITTLE_PART = 10;

  private BackupPlan() {}

  /**
   * Returns whether a copy of the database is due: at the first start, after the log had a gap, and
   * once a day.
   *
   * @param newest when the newest copy began
   * @param gap whether the log of changes has a gap after it
   */
  static boolean due(
      Optional<Instant> newest, boolean gap, LocalTime at, ZoneId zone, Instant now) {
    ZonedDateTime today = now.atZone(zone).with(at);
    Instant last = (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    return gap || newest.map(began -> began.isBefore(last)).orElse(true);
  }

  /**
   * Returns what is wrong, in one sentence that says what to do.
   *
   * @param failure why the latest attempt failed
   * @param newest when the newest copy ended
   * @param since when backups began here
   * @param unarchivedSince since when a finished segment waits for the archive
   */
  static Optional<String> trouble(
      Optional<String> failure,
      Optional<Instant> newest,
      Instant since,
      Optional<Instant> unarchivedSince,
      Instant now) {
    if (isTooLong(unarchivedSince, now)) {
      return Optional.of(
          "Changes of the last "
              + Duration.between(unarchivedSince.orElseThrow(), now).toMinutes()
              + " minutes are not in the backup: check that its disk is there and has room. The end of database/postgresql.log in the data folder says why.");
    }
    if (failure.isPresent()) {
      return failure.map(why -> "The backup failed and is tried again: " + why);
    }
    Instant last = newest.orElse(since);
    return last.isBefore(now.minus(OLDEST_COPY))
        ? Optional.of(
            "The last backup of the database is "
                + Duration.between(last, now).toHours()
                + " hours old: check data/logs/launcher.log, and make one with deploy/backup.")
        : Optional.empty();
  }

  /**
   * Returns whether the database's disk is about to fill up with what the archive does not take;
   * PostgreSQL stops then.
   *
   * @param free bytes on that disk
   * @param size of that disk, in bytes
   */
  static boolean stopsSoon(Optional<Instant> unarchivedSince, long free, long size, Instant now) {
    return isTooLong(unarchivedSince, now) && (free < LITTLE_ROOM || free < size / LITTLE_PART);
  }

  private static boolean isTooLong(Optional<Instant> unarchivedSince, Instant now) {
    return unarchivedSince.filter(at -> at.isBefore(now.minus(LONGEST_UNARCHIVED))).isPresent();
  }
}
