package hallmonitor.ingest.connector.x;

import java.time.Instant;

/** The ids of X, which contain the time (https://docs.x.com/fundamentals/x-ids). */
final class Snowflake {
  private static final long EPOCH = 1_288_834_974_657L;
  private static final int BELOW_TIME = 22;

  private Snowflake() {}

  static Instant timeOf(long id) {
    return Instant.ofEpochMilli((id >> BELOW_TIME) + EPOCH);
  }

  /** Returns the first id of a millisecond. */
  static long at(Instant time) {
    return Math.max(0, time.toEpochMilli() - EPOCH) << BELOW_TIME;
  }
}
