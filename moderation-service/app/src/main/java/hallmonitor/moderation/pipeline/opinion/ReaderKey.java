package hallmonitor.moderation.pipeline.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds the key that the policy reader's server asks for, if it asks for one. */
public final class ReaderKey {
  static final String FILE = "policy-reader-key";
  static final String VARIABLE = "HALLMONITOR_SECRET_POLICY_READER_KEY";

  private ReaderKey() {}

  /**
   * Reads the environment variable, or else the file; empty if there is neither.
   *
   * @throws UncheckedIOException if the file is there and cannot be read
   */
  public static Optional<String> find(Path folder, Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .or(() -> file(folder.resolve(FILE)))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  private static Optional<String> file(Path file) {
    try {
      return Optional.of(Files.readString(file, UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + FILE + " cannot be read", e);
    }
  }
}
