package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.DataPush;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Takes one system's deliveries: a bearer key, and rows in JSON. */
final class ApiIntake implements DataPush {
  private static final String BEARER = "Bearer ";

  /** A second, rounded up for the sender. */
  private static final Duration SOON = Duration.ofMillis(500);

  /**
   * Changes; as many as one request may have, so that little of the past stands before what is new.
   */
  private static final int MOST_UNREAD = BatchOutline.MOST_ROWS;

  private final DeliveryKeys keys;
  private final DeliveryStore store;
  private final Deliveries deliveries;
  private final ReadPlace read;
  private final BooleanSupplier historyWaits;
  private final InstantSource clock;

  /** One account must not use up the memory or the database connections. */
  private final Semaphore free = new Semaphore(1);

  ApiIntake(
      DeliveryKeys keys,
      DeliveryStore store,
      Deliveries deliveries,
      ReadPlace read,
      BooleanSupplier historyWaits,
      InstantSource clock) {
    this.keys = keys;
    this.store = store;
    this.deliveries = deliveries;
    this.read = read;
    this.historyWaits = historyWaits;
    this.clock = clock;
  }

  @Override
  public boolean ready() {
    return !keys.all().isEmpty();
  }

  @Override
  public Optional<Handshake> handshake(Map<String, String> query) {
    return Optional.empty();
  }

  /** Compares with both keys and to the end, so that the time reveals nothing about them. */
  @Override
  public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
    String given = headers.apply("Authorization").orElse("");
    if (!given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    byte[] key = given.substring(BEARER.length()).strip().getBytes(UTF_8);
    boolean known = false;
    for (String one : keys.all()) {
      known |= MessageDigest.isEqual(one.getBytes(UTF_8), key);
    }
    return known;
  }

  @Override
  public Receipt take(String contentType, byte[] body) {
    if (!contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      return refused(Taken.NOT_JSON, "Send JSON, with Content-Type: application/json.");
    }
    if (!free.tryAcquire()) {
      return later(
          Taken.BUSY,
          "Another delivery of this account is being stored; send one at a time.",
          SOON);
    }
    try {
      return stored(DeliveredBatch.read(body, clock.instant()));
    } catch (BatchOutline.Unreadable e) {
      return refused(Taken.REFUSED, e.sentence());
    } catch (DailyLimit.Reached e) {
      return later(Taken.OVER_LIMIT, e.sentence(), e.over());
    } finally {
      free.release();
    }
  }

  private Receipt stored(DeliveredBatch batch) throws DailyLimit.Reached {
    if (batch.history() && historyWaits.getAsBoolean()) {
      return later(
          Taken.BUSY,
          "History waits while many comments are not judged; send this again. If that lasts, see whether the moderation service runs.",
          SOON);
    }
    if (batch.history() && deliveries.waitMoreThan(MOST_UNREAD, read.get())) {
      return later(
          Taken.BUSY,
          "History waits until what was delivered before is read; send this again. If that lasts, see on the page Accounts whether the account is paused.",
          SOON);
    }
    DeliveredBatch.Result result = batch.storedIn(store);
    return new Receipt(
        result.tookNothing() ? Taken.REFUSED : Taken.STORED, result.json(), Optional.empty());
  }

  private static Receipt later(Taken why, String sentence, Duration wait) {
    return new Receipt(why, DeliveredBatch.error(sentence), Optional.of(wait));
  }

  private static Receipt refused(Taken why, String sentence) {
    return new Receipt(why, DeliveredBatch.error(sentence), Optional.empty());
  }
}
