package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The key that signs answer links, from the environment or the secrets folder. It is created there
 * at the first start, readable only by its owner. Notifiers that share a database must share the
 * key.
 */
public final class AnswerKey {
  static final String VARIABLE = "HALLMONITOR_SECRET_ANSWER_LINK_KEY";
  static final String FILE = "answer-link-key";
  private static final int BYTES = 32;

  private AnswerKey() {}

  /**
   * Reads or creates the key.
   *
   * @throws IllegalArgumentException with one sentence that says what to do
   */
  public static byte[] from(Path secrets, Map<String, String> environment) {
    String given = environment.get(VARIABLE);
    if (given != null) {
      return checked(given, VARIABLE);
    }
    Path file = secrets.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(secrets, file);
      }
      return checked(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The key of the answer links can neither be read from nor written to "
              + file.toAbsolutePath()
              + ": make the folder writable, or set "
              + VARIABLE
              + " to at least 32 random characters.",
          e);
    }
  }

  /**
   * Writes to a temporary file and links it in place, so that another notifier sees all of it or
   * nothing.
   */
  private static void make(Path secrets, Path file) throws IOException {
    Files.createDirectories(secrets);
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
    boolean posix = secrets.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] onlyOwner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path unfinished = file.resolveSibling(FILE + "." + ProcessHandle.current().pid() + ".new");
    Files.deleteIfExists(unfinished);
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            onlyOwner)) {
      out.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
      out.force(true);
    }
    try {
      Files.createLink(file, unfinished); // fails if another notifier was first
    } catch (FileAlreadyExistsException e) {
      // Use the other notifier's key.
    } catch (UnsupportedOperationException e) {
      Files.move(unfinished, file);
    }
    Files.deleteIfExists(unfinished);
  }

  private static byte[] checked(String text, String from) {
    byte[] key = text.strip().getBytes(UTF_8);
    if (key.length < BYTES) {
      throw new IllegalArgumentException(
          "The key of the answer links in " + from + " has fewer than 32 characters.");
    }
    return key;
  }
}
