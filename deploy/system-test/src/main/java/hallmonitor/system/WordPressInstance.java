package hallmonitor.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.embedded.FreePorts;
import hallmonitor.testparts.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A real WordPress started by {@code deploy/testbeds/wordpress}. */
public final class WordPressInstance implements AutoCloseable {
  /** The script's exit status if Debian packages are missing. */
  private static final int MISSING = 69;

  private static final String ACCOUNT = "real-wordpress";

  private final Path folder;
  private final String url;
  private final String credential;

  private WordPressInstance(Path folder, String url, String credential) {
    this.folder = folder;
    this.url = url;
    this.credential = credential;
  }

  /**
   * Starts an instance on a free port; empty, with a message, if its packages are not installed.
   *
   * @throws IllegalStateException if it does not start
   */
  public static Optional<WordPressInstance> start() {
    try {
      Path folder = ScratchFolder.create("hall-monitor-wordpress-");
      // MariaDB drops root's rights but still needs its files.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Process process =
          new ProcessBuilder(script(), "up", folder.toString(), Integer.toString(FreePorts.one()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status == MISSING) {
        return Optional.empty();
      }
      if (status != 0) {
        throw new IllegalStateException("WordPress did not start, see " + folder);
      }
      String last = output.strip().lines().reduce((a, b) -> b).orElseThrow();
      JsonNode up = new ObjectMapper().readTree(last);
      return Optional.of(
          new WordPressInstance(
              folder,
              up.path("url").asText(),
              up.path("user").asText() + ":" + up.path("password").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the visitor's view. */
  public PracticeSite visitor() {
    return new PracticeSite(url);
  }

  /** Connects it as an account of a running stack. */
  public void connectTo(ScratchStack stack) {
    stack.connect(
        ACCOUNT,
        credential,
        """
            name: A real WordPress
            platform: wordpress
            base-url: %s
            polling: { floor: 150ms, idle: 400ms }
        """
            .formatted(url));
  }

  private static String script() {
    return ScratchStack.root().resolve("deploy/testbeds/wordpress").toString();
  }

  @Override
  public void close() {
    try {
      new ProcessBuilder(script(), "down", folder.toString()).inheritIO().start().waitFor();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
