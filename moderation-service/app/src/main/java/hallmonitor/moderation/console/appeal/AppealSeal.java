package hallmonitor.moderation.console.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.casework.ShortCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates what only this district's console can create: signed forms that prove where and when they
 * were made, codes derived from an appeal, and hashes of addresses. Its key is derived from the
 * session key, so all instances share it and a restart changes nothing.
 */
@ApplicationScoped
public class AppealSeal {
  private static final int NONCE = 16;
  private static final int TOKEN = 32;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  AppealSeal(@ConfigProperty(name = "quarkus.http.auth.session.encryption-key") String sessionKey) {
    this.key =
        new SecretKeySpec(
            hmac(new SecretKeySpec(sessionKey.getBytes(UTF_8), "HmacSHA256"), "public form"),
            "HmacSHA256");
  }

  /** Returns the hidden field of a new form. */
  public String form(Instant now) {
    byte[] content = new byte[Long.BYTES + NONCE];
    random.nextBytes(content);
    ByteBuffer.wrap(content).putLong(now.toEpochMilli());
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    return made + "." + sign("form", made);
  }

  /** Returns when a form was made; empty if it was not made here. */
  public Optional<Instant> madeAt(String form) {
    int dot = form.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String made = form.substring(0, dot);
    boolean ours =
        MessageDigest.isEqual(
            sign("form", made).getBytes(UTF_8), form.substring(dot + 1).getBytes(UTF_8));
    return ours
        ? Optional.of(
            Instant.ofEpochMilli(ByteBuffer.wrap(Base64.getUrlDecoder().decode(made)).getLong()))
        : Optional.empty();
  }

  /**
   * Returns the same id for the same form with the same words, so that sending it twice is one
   * appeal.
   */
  UUID appealId(String form, String reference, String why) {
    return id("appeal", form, reference, why);
  }

  /** Returns the same id for the same parts, which no one else can compute. */
  public UUID id(String... parts) {
    ByteBuffer hash = ByteBuffer.wrap(hmac(key, parts(parts)));
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Returns the code that the sender looks up the appeal with; always the same for one appeal. */
  public ShortCode code(UUID appealId) {
    return ShortCode.of(ByteBuffer.wrap(hmac(key, parts("code", appealId.toString()))).getLong());
  }

  /** Returns the reference of an appeal that came without one; always the same for one appeal. */
  ShortCode reference(UUID appealId) {
    return ShortCode.of(
        ByteBuffer.wrap(hmac(key, parts("reference", appealId.toString()))).getLong());
  }

  /** Returns the stored form of a code. */
  String hash(ShortCode code) {
    return sign("kept", code.signs());
  }

  /**
   * Returns a token of 128 bits in hexadecimal; always the same for one purpose and id.
   *
   * @param purpose keeps the tokens of different things apart
   */
  public String token(String purpose, UUID id) {
    return sign(purpose, id.toString()).substring(0, TOKEN);
  }

  /** Returns what a link ends with: an id, and the token that proves that it was made here. */
  public String link(String purpose, UUID id) {
    return id + "." + token(purpose, id);
  }

  /** Returns the id that a link ends with; empty if it was not made here for this purpose. */
  public Optional<UUID> linked(String purpose, String end) {
    int dot = end.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(end.substring(0, dot));
      return MessageDigest.isEqual(link(purpose, id).getBytes(UTF_8), end.getBytes(UTF_8))
          ? Optional.of(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the stored form of a token. */
  public String hash(String token) {
    return sign("kept", token);
  }

  String address(String address) {
    return sign("address", address);
  }

  private String sign(String purpose, String content) {
    return HexFormat.of().formatHex(hmac(key, parts(purpose, content)));
  }

  /** Prefixes each part with its length, so that different lists never give the same text. */
  private static String parts(String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      all.append(part.length()).append(':').append(part);
    }
    return all.toString();
  }

  private static byte[] hmac(SecretKeySpec key, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(content.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
