package hallmonitor.moderation.console.translation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The command {@code apertium} of the Debian package {@code apertium-eng-spa}. The text goes to its
 * standard input and nowhere else: it never appears in an argument or a shell. The process has a
 * time limit and its own environment, so it sees none of the service's secrets.
 */
final class ApertiumCommand {
  private static final String NAME = "apertium";
  private static final String SPANISH_TO_ENGLISH = "spa-eng";

  /** More output than any comment produces; a program that keeps writing is stopped. */
  private static final int MOST_BYTES = 256 * 1024;

  private final Path program;
  private final String path;
  private final Duration limit;

  private ApertiumCommand(Path program, String path, Duration limit) {
    this.program = program;
    this.path = path;
    this.limit = limit;
  }

  /**
   * Looks for the command.
   *
   * @param path folders, as in the variable {@code PATH}
   * @param limit how long one translation may take
   */
  static Optional<ApertiumCommand> in(String path, Duration limit) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(ApertiumCommand::program)
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .findFirst()
        .map(program -> new ApertiumCommand(program, path, limit));
  }

  private static Stream<Path> program(String folder) {
    try {
      return Stream.of(Path.of(folder, NAME).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /**
   * Translates a text. A word that the dictionary lacks comes back with an asterisk before it.
   *
   * @throws IOException if the command fails, says too much or takes too long
   */
  String english(String spanish) throws IOException {
    Process process = start();
    try {
      CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> read(process));
      CompletableFuture<Void> told = CompletableFuture.runAsync(() -> write(process, spanish));
      String english = said.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      told.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
        throw new IOException(NAME + " " + SPANISH_TO_ENGLISH + " failed");
      }
      return english;
    } catch (TimeoutException e) {
      throw new IOException(NAME + " took longer than " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(NAME + " broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(NAME + " was given up", e);
    } finally {
      end(process);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), SPANISH_TO_ENGLISH);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C.UTF-8");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String read(Process process) {
    try (InputStream in = process.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalStateException(NAME + " says too much");
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Process process, String text) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The command starts others for its steps; none of them outlives it. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
