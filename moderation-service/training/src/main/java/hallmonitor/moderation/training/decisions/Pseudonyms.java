package hallmonitor.moderation.training.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for authors and revisions in an export: the same in each export of a district, and without
 * the district's key no one can find out who they are by trying all account names and ids.
 */
final class Pseudonyms {
  /** In the data folder, not in the export. */
  static final String FILE = "own-decisions.key";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;
  private static final int LENGTH = 20;
  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

  private final SecretKeySpec key;

  private Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads the district's key, and creates one if there is none yet.
   *
   * @param data the data folder, created if it is missing
   * @throws ToolFailure if the file contains something else, or cannot be protected from others
   */
  static Pseudonyms in(Path data) throws IOException {
    Path file = data.resolve(FILE);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(data);
        create(data, file);
      }
      Files.setPosixFilePermissions(file, OWN);
    } catch (UnsupportedOperationException e) {
      throw new ToolFailure(
          "Files in "
              + data
              + " cannot be kept from others; choose a data folder on a file system with"
              + " permissions.");
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_LENGTH) {
      throw new ToolFailure(
          file
              + " is no key of the exports' pseudonyms. Without it, the next export makes a new one.");
    }
    return new Pseudonyms(key);
  }

  /** Never visible half written, and created once even if two exports start at the same time. */
  private static void create(Path data, Path file) throws IOException {
    byte[] key = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(key);
    Path whole =
        Files.createTempFile(data, FILE, ".new", PosixFilePermissions.asFileAttribute(OWN));
    try {
      Files.write(whole, key, StandardOpenOption.WRITE);
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      return; // another export was first
    } finally {
      Files.delete(whole);
    }
  }

  /** Returns 20 hexadecimal digits. */
  String of(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(String.join("\n", parts).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
