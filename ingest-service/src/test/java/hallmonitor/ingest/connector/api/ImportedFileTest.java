package hallmonitor.ingest.connector.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.importer.ImportCommand;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.polling.AccountPoller;
import hallmonitor.ingest.polling.MemoryLog;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.polling.PolledAccount;
import hallmonitor.ingest.polling.ReadingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports a file as a process of its own, into the real endpoint and database. */
class ImportedFileTest {
  private static final int ROWS = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir Path folder;
  private final DeliveredAccount account = new DeliveredAccount();
  private final MemoryLog log = new MemoryLog();
  private final AccountPoller poller =
      new AccountPoller(
          new PolledAccount(
              account.id(),
              "api",
              CommentSeen.Names.FREE,
              Duration.ofMillis(50),
              Duration.ofMillis(200),
              Optional.empty(),
              ZoneOffset.UTC),
          account.served(),
          log,
          new RateBudget(10_000, 10_000, System::nanoTime),
          InstantSource.system(),
          PollListener.SILENT,
          () -> ReadingRequest.NONE);

  @AfterEach
  void close() {
    account.close();
  }

  private Process start(Path file) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            ImportCommand.class.getName(),
            "--account=" + account.id(),
            "--to=" + account.address().resolve("/"),
            file.toString());
    command
        .environment()
        .put(
            "HALLMONITOR_SECRET_PUSH_" + account.id().toUpperCase(Locale.ROOT).replace('-', '_'),
            DeliveredAccount.KEY);
    return command
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  private void readUntil(String what, BooleanSupplier reached) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(Math.min(50, poller.turn().toMillis()));
    }
  }

  private static String row(int number) {
    return number % 1_000 == 7
        ? "no row"
        : "{\"kind\":\"comment\",\"id\":\"%d\",\"post\":\"7\",\"author\":{\"name\":\"Dana\"},\"text\":\"Text %d\",\"writtenAt\":\"2019-01-25T11:00:00Z\"}"
            .formatted(number, number);
  }

  @Test
  void anImportThatIsKilledTimeAndAgainLosesNothingAndDoublesNothing() throws Exception {
    Path file = folder.resolve("old.ndjson");
    Files.writeString(
        file, IntStream.range(0, ROWS).mapToObj(ImportedFileTest::row).collect(joining("\n")));
    for (int kill = 1; kill <= 2; kill++) {
      int enough = kill * ROWS / 4;
      Process killed = start(file);
      readUntil("some are read", () -> log.comments().size() >= enough);
      killed.destroyForcibly().waitFor();
    }
    Process last = start(file);
    readUntil("it ends", () -> !last.isAlive());
    assertThat(last.exitValue()).as(Files.readString(folder.resolve("said.txt"))).isEqualTo(1);
    readUntil("all are read", () -> log.comments().size() >= ROWS - ROWS / 1_000);

    assertThat(log.comments()).hasSize(ROWS - ROWS / 1_000);
    assertThat(log.comments()).extracting(seen -> seen.comment().id()).doesNotHaveDuplicates();
    assertThat(log.comments())
        .allMatch(seen -> seen.kind() == Kind.CREATED && seen.lane() == Lane.BACKFILL);
    List<String> refused = Files.readAllLines(folder.resolve("old.ndjson.refused.ndjson"));
    assertThat(refused)
        .containsExactlyElementsOf(
            IntStream.range(0, ROWS / 1_000)
                .mapToObj(
                    thousand ->
                        "{\"file\":\"old.ndjson\",\"line\":%d,\"error\":\"is no JSON object\"}"
                            .formatted(thousand * 1_000 + 8))
                .toList());
  }
}
