package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.secret.KeyLines;
import hallmonitor.settings.secret.NamedSecrets;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The key that signs answer links, from the environment or the secrets folder. It is created there
 * at the first start, readable only by its owner. Notifiers that share a database must share the
 * key. It is changed by a new first line: that signs from then on, and what an older line signed
 * still opens, until it ends or the line is taken away.
 */
public final class AnswerKey {
  static final String NAME = "answer-link-key";
  private static final int BYTES = 32;

  private AnswerKey() {}

  /**
   * Reads or creates the key.
   *
   * @return at least one; the first signs
   * @throws IllegalArgumentException with one sentence that says what to do
   */
  public static List<byte[]> from(NamedSecrets secrets) {
    Optional<String> given = secrets.find(NAME);
    // A blank variable is a mistake. A key made here would differ from that of the other notifiers.
    if (given.isPresent() || secrets.isInEnvironment(NAME)) {
      return keys(given.orElse(""));
    }
    Path file = secrets.file(NAME);
    try {
      make(file);
      return keys(Files.readString(file, UTF_8).strip());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The key of the answer links can neither be read from nor written to "
              + file.toAbsolutePath()
              + ": make the folder writable, or set "
              + secrets.variableOf(NAME)
              + " to at least 32 random characters.",
          e);
    }
  }

  /**
   * Writes to a temporary file and links it in place, so that another notifier sees all of it or
   * nothing.
   */
  private static void make(Path file) throws IOException {
    createFolder(file);
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] onlyOwner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path unfinished = file.resolveSibling(NAME + "." + ProcessHandle.current().pid() + ".new");
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

  private static void createFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private static List<byte[]> keys(String text) {
    List<byte[]> keys = KeyLines.of(text).stream().map(key -> key.getBytes(UTF_8)).toList();
    if (keys.stream().anyMatch(key -> key.length < BYTES)) {
      throw new IllegalArgumentException(
          "The secret "
              + NAME
              + ", the key of the answer links, has fewer than 32 characters: write a longer one.");
    }
    return keys;
  }
}
