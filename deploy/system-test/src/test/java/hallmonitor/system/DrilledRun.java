package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import hallmonitor.local.Ports;
import hallmonitor.local.Up;
import hallmonitor.local.backup.BackupState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Hall Monitor in processes of its own, with a backup, so that all of it can be killed. */
final class DrilledRun implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private final Path data;
  private final Ports ports;
  private final Path said;
  private final Process launcher;

  /**
   * Starts it and returns once everything is ready.
   *
   * @param data of the run; what it says goes into a file beside it
   * @param ports those of the run before it, if the same platforms are to be found
   */
  DrilledRun(Path data, Ports ports, Path backups, Path passphrase) throws IOException {
    this.data = data;
    this.ports = ports;
    this.said = data.resolveSibling(data.getFileName() + ".said");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--root=" + ScratchStack.root(),
                "--data=" + data,
                "--backup=" + backups,
                "--backup-passphrase-file=" + passphrase));
    for (PortName name : PortName.values()) {
      command.add(name.option() + "=" + ports.of(name));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    launcher = builder.redirectOutput(said.toFile()).start();
    await()
        .atMost(START_LIMIT)
        .until(() -> Files.readString(said).contains("Ctrl-C stops") || !launcher.isAlive());
    if (!launcher.isAlive()) {
      throw new IllegalStateException("it did not start: " + Files.readString(said));
    }
  }

  /** Kills the database, the services and the launcher, all of them at once with -9. */
  void killEverything() throws IOException {
    Path pid = data.resolve("database/cluster/postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip())).orElseThrow();
    List<ProcessHandle> all =
        Stream.of(
                server.descendants(),
                Stream.of(server),
                launcher.descendants(),
                Stream.of(launcher.toHandle()))
            .flatMap(each -> each)
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(START_LIMIT).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Comments under one post fold into one conversation; mails about more of them are rare. */
  void followUpSoon() throws IOException {
    Path file = data.resolve("config/escalation.yaml");
    Files.writeString(
        file, Files.readString(file).replace("follow-up-every: 5m", "follow-up-every: 5s"));
  }

  PracticeSite practice() {
    return new PracticeSite(ports.http(PortName.PRACTICE));
  }

  /** Returns how many comments the blog holds, whatever became of them, as its own API says. */
  long held() {
    try {
      String credential = Files.readString(data.resolve("secrets/accounts/practice")).strip();
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      ports.http(PortName.PRACTICE)
                          + "/wp-json/wp/v2/comments?context=edit&status=any&per_page=1"))
              .header(
                  "Authorization",
                  "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(UTF_8)))
              .build();
      return HttpClient.newHttpClient()
          .send(request, BodyHandlers.discarding())
          .headers()
          .firstValueAsLong("X-WP-Total")
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  ServiceTables archive() {
    return tables("moderation");
  }

  private ServiceTables tables(String role) {
    try {
      return new ServiceTables(
          Jdbi.create(
              "jdbc:postgresql://127.0.0.1:" + ports.of(PortName.DATABASE) + "/hallmonitor",
              role,
              Files.readString(data.resolve("secrets/database-" + role)).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how the backups stand, as the launcher tells other programs. */
  BackupState backups() throws IOException {
    Path state = data.resolve("run/backup.json");
    await().atMost(START_LIMIT).until(() -> Files.exists(state));
    return BackupState.read(state);
  }

  Path data() {
    return data;
  }

  @Override
  public void close() {
    launcher.toHandle().destroy();
    try {
      launcher.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
