package hallmonitor.ingest.connector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A record's key (https://atproto.com/specs/tid): microseconds since 1970 and ten more bits, in a
 * sortable base 32.
 */
final class RecordKey {
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 13;
  private static final int CLOCK_BITS = 10;

  /**
   * Keys derived from words are in the three years after this, because a server may refuse the
   * future.
   */
  private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");

  private static final long SPAN =
      ChronoUnit.MICROS.between(FIRST, FIRST.plus(1_095, ChronoUnit.DAYS));

  private RecordKey() {}

  /** Returns always the same key for the same words, so that one record is written for them. */
  static String of(String words) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(words));
    long micros = micros(FIRST) + Math.floorMod(hash.getLong(), SPAN);
    return encode(micros << CLOCK_BITS | hash.getLong() & (1 << CLOCK_BITS) - 1);
  }

  /** Returns the time in a key; empty if it contains none. */
  static Optional<Instant> time(String key) {
    if (key.length() != LENGTH) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < LENGTH; i++) {
      int at = DIGITS.indexOf(key.charAt(i));
      if (at < 0) {
        return Optional.empty();
      }
      value = value << 5 | at;
    }
    return value < 0
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(value >> CLOCK_BITS, ChronoUnit.MICROS));
  }

  static String encode(long value) {
    char[] key = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      key[i] = DIGITS.charAt((int) (value & 31));
      value >>= 5;
    }
    return new String(key);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static byte[] sha256(String words) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
