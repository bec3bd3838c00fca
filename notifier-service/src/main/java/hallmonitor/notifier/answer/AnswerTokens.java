package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The content of an answer link: one escalation, one person, and an expiry time, signed with
 * HMAC-SHA256 so that no one can make or alter one. It gives access to nothing else.
 */
public final class AnswerTokens {
  /**
   * What a link grants.
   *
   * @param conversation id of its first escalation
   * @param person id in district.yaml
   */
  public record Grant(UUID conversation, String person, Instant until) {}

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final byte VERSION = 1;
  private static final int FIXED = 1 + 16 + 8;
  private static final int MAC = 32;
  private static final int LONGEST = 400;

  private static final String LINK = "hallmonitor answer link\0";
  private static final String DRILL = "hallmonitor drill link\0";
  private static final String LOOK = "hallmonitor look at words\0";

  private final List<byte[]> keys;
  private final Duration valid;
  private final String purpose;

  /**
   * Creates a signer.
   *
   * @param keys each of at least 32 bytes; the first signs, and what any of them signed counts
   * @param valid how long a link can be used after the notice
   */
  public AnswerTokens(List<byte[]> keys, Duration valid) {
    this(keys, valid, LINK);
  }

  private AnswerTokens(List<byte[]> keys, Duration valid, String purpose) {
    if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < 32)) {
      throw new IllegalArgumentException("A key of the answer links is shorter than 32 bytes.");
    }
    this.keys = keys.stream().map(byte[]::clone).toList();
    this.valid = valid;
    this.purpose = purpose;
  }

  /**
   * Returns a signer for browsers where the person opened words. Its tokens are not links.
   *
   * @param shown how long the words stay shown there
   */
  AnswerTokens ofLooks(Duration shown) {
    return new AnswerTokens(keys, shown, LOOK);
  }

  /** Returns a signer of links that answer a drill. They open nothing else. */
  public AnswerTokens ofDrills() {
    return new AnswerTokens(keys, valid, DRILL);
  }

  /** Returns how long a link can be used after the notice. */
  Duration valid() {
    return valid;
  }

  /** Returns a token of letters, digits, hyphens and underscores. */
  public String token(UUID conversation, String person, Instant now) {
    byte[] name = person.getBytes(UTF_8);
    ByteBuffer signed = ByteBuffer.allocate(FIXED + name.length);
    signed
        .put(VERSION)
        .putLong(conversation.getMostSignificantBits())
        .putLong(conversation.getLeastSignificantBits())
        .putLong(now.plus(valid).getEpochSecond())
        .put(name);
    byte[] mac = mac(keys.get(0), signed.array());
    return TEXT.encodeToString(
        ByteBuffer.allocate(FIXED + name.length + MAC).put(signed.array()).put(mac).array());
  }

  /**
   * Returns empty for anything not signed by one of the keys, and for another spelling of what is:
   * a link is counted by its text, so it has one text only. The caller checks the expiry time.
   */
  public Optional<Grant> read(String token) {
    byte[] bytes = bytes(token);
    if (bytes.length <= FIXED + MAC || bytes[0] != VERSION) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(bytes, bytes.length - MAC);
    byte[] mac = Arrays.copyOfRange(bytes, bytes.length - MAC, bytes.length);
    if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac, mac(key, signed)))) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(signed, 1, signed.length - 1);
    UUID conversation = new UUID(in.getLong(), in.getLong());
    Instant until = Instant.ofEpochSecond(in.getLong());
    byte[] name = new byte[in.remaining()];
    in.get(name);
    return Optional.of(new Grant(conversation, new String(name, UTF_8), until));
  }

  /**
   * Returns nothing for what {@link #token} cannot have written. Java's decoder takes up to 16 last
   * characters, each with and without padding, for the same bytes.
   */
  private static byte[] bytes(String token) {
    try {
      byte[] bytes = token.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(token);
      return TEXT.encodeToString(bytes).equals(token) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] mac(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(UTF_8));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
