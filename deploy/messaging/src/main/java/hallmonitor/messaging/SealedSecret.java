package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.secret.KeyLines;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a secret for the database with AES-256-GCM, bound to its owner, so that one row's secret
 * cannot be decrypted in another. A key is changed by a new first line: it seals from then on, and
 * what an older line sealed still opens.
 */
public final class SealedSecret {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<SecretKeySpec> keys;

  /**
   * Creates a key.
   *
   * @param purpose what is sealed with it, in a few fixed words: the same text is another key for
   *     another purpose
   * @param text a text with the strength of a key, such as 32 random characters, or several of
   *     them, as {@link KeyLines} reads them
   * @throws IllegalArgumentException if it is blank
   */
  public SealedSecret(String purpose, String text) {
    this(purpose, KeyLines.of(text));
  }

  private SealedSecret(String purpose, List<String> keys) {
    if (keys.stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("there is no key for " + purpose);
    }
    this.keys = keys.stream().map(key -> key(purpose, key)).toList();
  }

  /**
   * Creates the keys of a secret that has always been read by lines, however short they are.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static SealedSecret ofEachLine(String purpose, String text) {
    return new SealedSecret(purpose, KeyLines.each(text));
  }

  private static SecretKeySpec key(String purpose, String line) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("hallmonitor " + purpose + "\0" + line).getBytes(UTF_8));
      return new SecretKeySpec(hash, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /**
   * Encrypts.
   *
   * @param owner what the secret belongs to; it opens for nothing else
   */
  public byte[] seal(String owner, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(keys.get(0), Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /**
   * Decrypts; empty if it was encrypted with another key or for another owner, or if it was
   * changed.
   */
  public Optional<byte[]> open(String owner, byte[] sealed) {
    return keys.stream().flatMap(key -> open(key, owner, sealed).stream()).findFirst();
  }

  /** Returns whether it opens, but not with the key that seals now. */
  public boolean isByAnOlderKey(String owner, byte[] sealed) {
    return open(keys.get(0), owner, sealed).isEmpty() && open(owner, sealed).isPresent();
  }

  private static Optional<byte[]> open(SecretKeySpec key, String owner, byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      Cipher cipher = cipher(key, Cipher.DECRYPT_MODE, nonce, owner);
      return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(SecretKeySpec key, int mode, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }
}
