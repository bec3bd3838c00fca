package hallmonitor.local.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A folder of small files as bytes that only a passphrase opens: a ZIP in AES-256-GCM, its key by
 * PBKDF2 with HMAC-SHA-256 and 600,000 rounds (<a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP</a>).
 * Before it stand the magic number, the salt (16 bytes) and the nonce (12 bytes).
 */
final class SealedFolder {
  private static final byte[] MAGIC = {'H', 'M', 'S', '1'};
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int ROUNDS = 600_000;
  private static final int KEY_BITS = 256;
  private static final int TAG_BITS = 128;

  private SealedFolder() {}

  static byte[] seal(Path folder, String passphrase) throws IOException {
    byte[] random = new byte[SALT + NONCE];
    new SecureRandom().nextBytes(random);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, random, zip(folder));
    return ByteBuffer.allocate(MAGIC.length + random.length + sealed.length)
        .put(MAGIC)
        .put(random)
        .put(sealed)
        .array();
  }

  /**
   * Writes the files into a folder that exists.
   *
   * @throws DamagedBackup if the passphrase is wrong or the bytes were changed
   */
  static void open(byte[] sealed, String passphrase, Path into) throws IOException {
    int head = MAGIC.length + SALT + NONCE;
    if (sealed.length < head || !Arrays.equals(sealed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new DamagedBackup("The sealed secrets in the backup are not readable.");
    }
    byte[] random = Arrays.copyOfRange(sealed, MAGIC.length, head);
    byte[] content = Arrays.copyOfRange(sealed, head, sealed.length);
    unzip(cipher(Cipher.DECRYPT_MODE, passphrase, random, content), into);
  }

  private static byte[] cipher(int mode, String passphrase, byte[] random, byte[] content)
      throws IOException {
    try {
      byte[] salt = Arrays.copyOf(random, SALT);
      PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, KEY_BITS);
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, random, SALT, NONCE));
      return cipher.doFinal(content);
    } catch (AEADBadTagException e) {
      throw new DamagedBackup(
          "The passphrase does not open the secrets in the backup: check that it is the one that stood in the file when the backup was made.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 has these algorithms", e);
    }
  }

  private static byte[] zip(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void unzip(byte[] content, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        RestoredFiles.writePrivately(
            RestoredFiles.inside(into, entry.getName()), zip.readAllBytes());
      }
    }
  }

  /** Returns a name for the folder's content, the same as long as nothing in it changes. */
  static String fingerprint(Path folder) throws IOException {
    return Chunks.name(zip(folder));
  }
}
