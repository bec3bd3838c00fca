package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.DataPush;
import hallmonitor.ingest.connector.PushSecrets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Takes one system's deliveries: a bearer key, and rows in JSON. */
final class ApiIntake implements DataPush {
  private static final String BEARER = "Bearer ";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final PushSecrets keys;
  private final DeliveryStore store;
  private final InstantSource clock;

  /** One account must not use up the memory or the database connections. */
  private final Semaphore free = new Semaphore(1);

  ApiIntake(PushSecrets keys, DeliveryStore store, InstantSource clock) {
    this.keys = keys;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public boolean ready() {
    return !keys.signing().isEmpty();
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
    for (String one : keys.signing()) {
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
      return new Receipt(
          Taken.BUSY,
          DeliveredBatch.error(
              "Another delivery of this account is being stored; send one at a time."),
          Optional.of(SOON));
    }
    try {
      DeliveredBatch.Result result = DeliveredBatch.read(body, clock.instant()).storedIn(store);
      return new Receipt(
          result.tookNothing() ? Taken.REFUSED : Taken.STORED, result.json(), Optional.empty());
    } catch (DeliveredBatch.Unreadable e) {
      return refused(Taken.REFUSED, e.sentence());
    } finally {
      free.release();
    }
  }

  private static Receipt refused(Taken why, String sentence) {
    return new Receipt(why, DeliveredBatch.error(sentence), Optional.empty());
  }
}
