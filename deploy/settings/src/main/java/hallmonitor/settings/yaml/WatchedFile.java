package hallmonitor.settings.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that is reloaded when it changes. {@link #refresh()} loads a change; if the new version is
 * wrong, the old one stays in use and {@link #problems()} returns the mistakes.
 */
public final class WatchedFile<T> {
  /**
   * A loaded version.
   *
   * @param version first 12 hex digits of the SHA-256 of the file's bytes
   * @param text as it was read
   */
  public record Version<T>(T value, String version, String text) {}

  private static final System.Logger LOG = System.getLogger(WatchedFile.class.getName());
  private static final long REST_MILLIS = 40;
  private static final int MOST_READS = 20;

  private final Path path;
  private final Function<String, T> reader;
  private final boolean mayBeAbsent;
  private final List<Consumer<Version<T>>> listeners = new CopyOnWriteArrayList<>();
  private byte @Nullable [] lastBytes;
  private volatile Version<T> current;
  private volatile List<FileProblem> problems = List.of();
  private volatile boolean standIn;

  /**
   * Reads the file for the first time.
   *
   * @param reader turns the text into a value, or throws {@link InvalidFileException}
   * @throws InvalidFileException if it is missing or wrong: a service does not start with a wrong
   *     file
   */
  public WatchedFile(Path path, Function<String, T> reader) {
    this(path, reader, false);
  }

  /**
   * Opens a file that only other services need. If it is wrong at the start, the reader receives an
   * empty text, and {@link #problems()} returns its mistakes.
   */
  public static <T> WatchedFile<T> ofOthers(Path path, Function<String, T> reader) {
    try {
      return optional(path, reader);
    } catch (InvalidFileException e) {
      return new WatchedFile<>(path, reader, e.problems());
    }
  }

  private WatchedFile(Path path, Function<String, T> reader, List<FileProblem> found) {
    this.path = path;
    this.reader = reader;
    this.mayBeAbsent = true;
    this.standIn = true;
    this.current = read(new byte[0]);
    refuse(found);
  }

  private WatchedFile(Path path, Function<String, T> reader, boolean mayBeAbsent) {
    this.path = path;
    this.reader = reader;
    this.mayBeAbsent = mayBeAbsent;
    byte[] bytes;
    try {
      bytes = bytes();
    } catch (IOException e) {
      throw new InvalidFileException(
          List.of(
              new FileProblem(path.toString(), 0, 0, "cannot be read; is it there and readable?")));
    }
    this.current = read(bytes);
    this.lastBytes = bytes;
  }

  /**
   * Opens an optional file. If it is absent, the reader receives an empty text.
   *
   * @throws InvalidFileException if it exists but cannot be read or is wrong
   */
  public static <T> WatchedFile<T> optional(Path path, Function<String, T> reader) {
    return new WatchedFile<>(path, reader, true);
  }

  private byte[] bytes() throws IOException {
    return mayBeAbsent && Files.notExists(path) ? new byte[0] : Files.readAllBytes(path);
  }

  /** Half of a file that is being written can pass for a whole one. */
  private byte[] atRest(byte[] found) throws IOException {
    byte[] bytes = found;
    try {
      for (int i = 0; i < MOST_READS; i++) {
        Thread.sleep(REST_MILLIS);
        byte[] again = bytes();
        if (Arrays.equals(again, bytes)) {
          break;
        }
        bytes = again;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return bytes;
  }

  public Version<T> current() {
    return current;
  }

  /** Returns whether the current value replaces a file that has been wrong since the start. */
  public boolean isStandIn() {
    return standIn;
  }

  /**
   * Returns the mistakes of a newer version on disk that was rejected; empty if the file on disk is
   * in use.
   */
  public List<FileProblem> problems() {
    return problems;
  }

  /** Adds a listener that is called with each new version, after it took effect. */
  public void onChange(Consumer<Version<T>> listener) {
    listeners.add(listener);
  }

  /** Checks the file again; cheap enough for once a second. */
  public synchronized void refresh() {
    byte[] bytes;
    try {
      bytes = bytes();
      if (Arrays.equals(bytes, lastBytes)) {
        return;
      }
      bytes = atRest(bytes);
    } catch (IOException e) {
      refuse("can no longer be read");
      return;
    }
    if (bytes.length == 0 && !current.text().isBlank() && Files.exists(path)) {
      refuse(
          "is empty; write it again, or delete it where it is optional. What was in it stays in"
              + " force until a restart");
      return;
    }
    lastBytes = bytes;
    try {
      Version<T> next = read(bytes);
      problems = List.of();
      standIn = false;
      if (!next.version().equals(current.version())) {
        current = next;
        LOG.log(System.Logger.Level.INFO, "{0}: version {1} is in force", path, next.version());
        listeners.forEach(listener -> listener.accept(next));
      }
    } catch (InvalidFileException e) {
      refuse(e.problems());
    } catch (RuntimeException e) {
      refuse(List.of(unreadable(e)));
    }
  }

  /**
   * Reports a reader that fails unexpectedly, so that it does not pass for a file without mistakes.
   */
  private FileProblem unreadable(RuntimeException e) {
    return new FileProblem(
        path.toString(),
        0,
        0,
        "cannot be read ("
            + e.getClass().getName()
            + "); take back what was changed last, and the version before it stays in force");
  }

  private void refuse(String unusable) {
    lastBytes = null;
    refuse(List.of(new FileProblem(path.toString(), 0, 0, unusable)));
  }

  private void refuse(List<FileProblem> found) {
    if (!found.equals(problems)) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} has mistakes; version {1} stays in force:\n{2}",
          path,
          current.version(),
          new InvalidFileException(found).getMessage());
    }
    problems = List.copyOf(found);
  }

  private Version<T> read(byte[] bytes) {
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new Version<>(reader.apply(text), version(bytes), text);
    } catch (CharacterCodingException e) {
      throw new InvalidFileException(
          List.of(new FileProblem(path.toString(), 0, 0, "is not UTF-8; save it as UTF-8")));
    }
  }

  /** Returns the version that a text would have as a file, see {@link Version#version}. */
  public static String versionOf(String text) {
    return version(text.getBytes(UTF_8));
  }

  private static String version(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
