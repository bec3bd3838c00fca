package hallmonitor.ingest.stream;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one account hears its stream: its connection, or when the next one is due. */
final class StreamHearing {
  private static final System.Logger LOG = System.getLogger(StreamHearing.class.getName());

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

  /** A connection that ends sooner counts as one that failed. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  /** A server may come to offer a stream. */
  private static final Duration WITHOUT_STREAM = Duration.ofHours(6);

  private final StreamAccount account;
  private @Nullable StreamConnection connection;
  private Instant next = Instant.EPOCH;
  private Instant joinedAt = Instant.EPOCH;
  private Duration retry = FIRST_RETRY;
  private boolean isTold;

  StreamHearing(StreamAccount account) {
    this.account = account;
  }

  StreamAccount account() {
    return account;
  }

  boolean isHearing() {
    return connection != null && connection.isOpen();
  }

  /** Takes note of what became of the connection, and returns whether another one is due. */
  boolean isDue(Instant now) {
    StreamConnection held = connection;
    if (held != null && held.isOver()) {
      connection = null;
      failed(held.failure().isEmpty() ? "it ended" : held.failure(), now);
    } else if (isHearing() && now.isAfter(joinedAt.plus(STEADY))) {
      retry = FIRST_RETRY;
      if (isTold) {
        LOG.log(System.Logger.Level.INFO, "the stream of {0} is heard again", account.id());
        isTold = false;
      }
    }
    return connection == null && !now.isBefore(next);
  }

  void joined(StreamConnection joined, Instant now) {
    joined.add(account);
    joinedAt = now;
    connection = joined;
  }

  void hasNone(Instant now) {
    next = now.plus(WITHOUT_STREAM);
  }

  void failed(String why, Instant now) {
    next = now.plus(retry);
    retry = retry.multipliedBy(2);
    if (retry.compareTo(LONGEST_RETRY) > 0) {
      retry = LONGEST_RETRY;
    }
    if (!isTold && retry.compareTo(FIRST_RETRY.multipliedBy(8)) >= 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the stream of {0} cannot be heard ({1}); the account is polled",
          account.id(),
          why);
      isTold = true;
    }
  }
}
