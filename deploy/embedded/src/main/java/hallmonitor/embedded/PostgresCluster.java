package hallmonitor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's files in one folder and the programs that create, start and stop them. */
final class PostgresCluster {
  private static final int WAIT_SECONDS = 60;

  /** A day of changes is replayed in minutes; more than this is no longer a restore. */
  private static final int RECOVERY_SECONDS = 6 * 3600;

  private final PostgresBinaries binaries;
  private final Path directory;
  private final Path files;
  private final Path log;

  PostgresCluster(PostgresBinaries binaries, Path directory) {
    this.binaries = binaries;
    this.directory = directory;
    this.files = directory.resolve("cluster");
    this.log = directory.resolve("postgresql.log");
  }

  /** Creates the files unless they exist; an interrupted first start starts over. */
  void create(String superuserPassword) {
    if (Files.isDirectory(files)) {
      return;
    }
    Path unfinished = files.resolveSibling("cluster.unfinished");
    Path passwordFile = files.resolveSibling("initial-password");
    try {
      Folders.delete(unfinished);
      PrivateFiles.write(passwordFile, superuserPassword);
      List<String> initialize =
          command(
              "initdb",
              "--pgdata=" + unfinished,
              "--username=postgres",
              "--pwfile=" + passwordFile,
              "--auth-local=reject");
      run(
          Stream.concat(initialize.stream(), PostgresSettings.INITIAL.stream()).toList(),
          WAIT_SECONDS);
      Files.writeString(
          unfinished.resolve("postgresql.conf"),
          "\ninclude = '" + PostgresSettings.FILE + "'\n",
          StandardOpenOption.APPEND);
      Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      PrivateFiles.delete(passwordFile);
    }
  }

  /**
   * Starts the server and returns when it accepts connections.
   *
   * @param archive where to keep the log of changes; empty to keep none
   */
  void start(int port, Optional<WalArchive> archive) {
    configure(port, () -> WalArchive.prepare(directory, archive));
    List<String> start = startCommand(WAIT_SECONDS);
    try {
      run(start, WAIT_SECONDS);
    } catch (CannotStart e) {
      // The workers of a server that was killed release its shared memory within moments.
      pause();
      run(start, WAIT_SECONDS);
    }
  }

  /**
   * Starts the server on restored files, has it replay the archive, and returns when it accepts
   * connections as a database of its own.
   *
   * @param timeline of the log to follow
   * @param until a time as PostgreSQL reads it; empty for the end of the archive
   */
  void recover(int port, WalArchive archive, long timeline, Optional<String> until) {
    configure(port, () -> archive.prepareRecovery(directory, timeline, until));
    try {
      Files.createFile(files.resolve("recovery.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(startCommand(RECOVERY_SECONDS), RECOVERY_SECONDS);
  }

  /**
   * Starts the server on a copy of another server's files, which it follows until it is promoted.
   *
   * @param primary the other server's port; it may start later
   */
  void follow(int port, int primary, String superuserPassword) {
    configure(port, () -> PostgresSettings.following(primary, superuserPassword));
    try {
      Files.createFile(files.resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run(startCommand(WAIT_SECONDS), WAIT_SECONDS);
  }

  /** Settings that write files of their own. */
  @FunctionalInterface
  private interface Prepared {
    String settings() throws IOException;
  }

  private void configure(int port, Prepared more) {
    try {
      Files.writeString(
          files.resolve(PostgresSettings.FILE), PostgresSettings.onLoopback(port, more.settings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> startCommand(int seconds) {
    return command(
        "pg_ctl",
        "start",
        "-D",
        files.toString(),
        "-l",
        log.toString(),
        "-w",
        "-t",
        Integer.toString(seconds));
  }

  /** Ends every connection, writes everything out, and returns when the server has ended. */
  void stop() {
    run(stopCommand(), WAIT_SECONDS);
  }

  List<String> stopCommand() {
    return command(
        "pg_ctl",
        "stop",
        "-D",
        files.toString(),
        "-m",
        "fast",
        "-w",
        "-t",
        Integer.toString(WAIT_SECONDS));
  }

  /**
   * Clears the way for a start: stops a server left over from a killed launcher, and removes a pid
   * file with a number that now belongs to another program, because it would keep PostgreSQL from
   * starting.
   */
  void clearLeftOver() {
    Optional<ProcessHandle> named = pid().flatMap(ProcessHandle::of);
    if (named.isEmpty()) {
      return; // no file, or a dead process: PostgreSQL itself handles that, with its shared memory
    }
    if (isOurServer(named.get())) {
      stop();
    } else {
      PrivateFiles.delete(pidFile());
    }
  }

  /** Returns the process id in the server's pid file. */
  Optional<Long> pid() {
    try (Stream<String> lines = Files.lines(pidFile())) {
      return lines.findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurServer(ProcessHandle process) {
    boolean postgres =
        process.info().command().filter(program -> program.endsWith("/postgres")).isPresent();
    boolean ours =
        Stream.of(process.info().arguments().orElse(new String[0]))
            .anyMatch(files.toString()::equals);
    return postgres && ours;
  }

  private Path pidFile() {
    return files.resolve("postmaster.pid");
  }

  private List<String> command(String program, String... arguments) {
    return UserNamespace.around(
        Stream.concat(Stream.of(binaries.program(program)), Stream.of(arguments)).toList());
  }

  private void run(List<String> command, int seconds) {
    try {
      // To a file, not a pipe: the server inherits it and would hold a pipe open forever.
      Path output = Files.createTempFile(files.getParent(), "output-", ".txt");
      try {
        Process process =
            new ProcessBuilder(OrphanGuard.deafToTheTerminal(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(2L * seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new CannotStart(failure(command, "did not end", output));
        }
        if (process.exitValue() != 0) {
          throw new CannotStart(failure(command, "failed", output));
        }
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while waiting for PostgreSQL.", e);
    }
  }

  /** Returns the file with what the server says. */
  Path log() {
    return log;
  }

  static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while starting PostgreSQL.", e);
    }
  }

  private String failure(List<String> command, String how, Path output) throws IOException {
    return "PostgreSQL's command `%s` %s: %s (its log: %s)"
        .formatted(String.join(" ", command), how, lastLines(output), log);
  }

  private static String lastLines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(Math.max(0, lines.size() - 3), lines.size()).stream()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }
}
