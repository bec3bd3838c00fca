package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.Ports;
import hallmonitor.system.faults.EvidenceProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a district rehearses: the server is lost in the middle of its work, and the backup is not.
 */
class RestoreDrillIT {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
  private static final int COMMENTS = 600;

  @TempDir Path folder;
  private final Ports ports = Ports.free();
  private Path backups;
  private Path passphrase;

  @Test
  void aLostServerIsRestoredAndNothingIsMissingThatThePlatformStillHas() throws Exception {
    backups = folder.resolve("backups");
    passphrase = Files.writeString(folder.resolve("passphrase"), "the passphrase of a drill\n");
    Path lost = folder.resolve("lost");
    try (DrilledRun run = new DrilledRun(lost, ports, backups, passphrase)) {
      run.followUpSoon();
      run.practice().stream(
          Map.of("rate", 30, "count", COMMENTS, "seed", 7, "violating", 0.2, "edits", 0));
      int threat = run.practice().post(1, "J. Doe", "I will bring a gun to school on Friday");
      awaitAtLeast(run, 200);
      assertThat(tool("backup", "--data=" + lost, "--passphrase-file=" + passphrase))
          .contains("Backed up to " + backups);
      assertThat(tool("backup", "--data=" + lost, "--list")).contains("go back to any moment");
      assertThat(tool("backup", "--data=" + lost, "--verify")).contains("all of them right");
      await()
          .atMost(LONG_ENOUGH)
          .until(() -> run.archive().caseOf(threat).orElse("").endsWith("/hidden"));
      awaitAtLeast(run, 400);
      assertThat(run.backups().trouble()).isEmpty();
      assertThat(run.backups().secretsSealed()).isTrue();

      run.killEverything();
    }

    assertThat(tool("restore", "--from=" + backups, "--list")).contains("go back to any moment");
    assertThat(tool("restore", "--sql")).contains("outbox_published");
    Path restored = folder.resolve("restored");
    String said =
        tool(
            "restore",
            "--from=" + backups,
            "--data=" + restored,
            "--passphrase-file=" + passphrase);
    assertThat(said)
        .contains("The ledger is intact", "Recovered up to: ", "The next start reads")
        .contains("Restored to " + restored);
    platformLivesOn(lost, restored);

    try (DrilledRun run = new DrilledRun(restored, ports, backups, passphrase)) {
      assertThat(run.held()).isBetween(400L, COMMENTS + 10L);
      await("every comment that the platform holds is archived and judged")
          .atMost(LONG_ENOUGH)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                assertThat(count(run, "select count(*) from comment where account = 'practice'"))
                    .isEqualTo(run.held());
                assertThat(
                        count(
                            run,
                            "select count(*) from revision where outcome is null and kind <> 'deleted'"))
                    .isZero();
              });
      await("every order is carried out and every escalation is sealed and told")
          .atMost(LONG_ENOUGH)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                assertThat(
                        count(
                            run,
                            "select count(*) from ordered_action where state not in ('taken', 'cancelled')"))
                    .isZero();
                assertThat(
                        run.archive()
                            .texts(
                                """
                                select c.comment_id from review_case c
                                where c.outcome = 'escalate' and c.urgency = 'immediate' and (
                                  not exists (select 1 from evidence_seal s where s.case_id = c.case_id)
                                  or not exists (
                                    select 1 from case_event e
                                    where e.case_id = c.case_id and e.kind = 'notice-sent'))
                                """))
                    .isEmpty();
              });
      assertThat(
              count(
                  run,
                  """
                  select count(*) from (
                    select case_id from case_event where kind = 'hidden'
                    group by case_id having count(*) > 1) twice
                  """))
          .as("cases hidden twice")
          .isZero();
      assertThat(count(run, "select count(*) - count(distinct comment_id) from review_case"))
          .as("comments with two cases")
          .isZero();
      assertThat(
              run.archive()
                  .texts(
                      "select comment_id from review_case where action_state = 'hidden' and account = 'practice'"))
          .as("hidden comments that the page still shows")
          .noneMatch(id -> run.practice().shows(Integer.parseInt(id)))
          .isNotEmpty();
      assertThat(count(run, "select count(*) from dead_letter")).isZero();
      assertThat(EvidenceProgram.objection(run.data())).isEmpty();
    }
  }

  private static void awaitAtLeast(DrilledRun run, int comments) {
    await()
        .atMost(LONG_ENOUGH)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> count(run, "select count(*) from comment") >= comments);
  }

  private static long count(DrilledRun run, String query) {
    return run.archive().count(query);
  }

  /** The practice pages stand for platforms, which the loss of the server does not reach. */
  private static void platformLivesOn(Path lost, Path restored) throws IOException {
    Path from = lost.resolve("practice");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, restored.resolve("practice").resolve(from.relativize(file)));
      }
    }
  }

  private static String tool(String name, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(ScratchStack.root().resolve("deploy").resolve(name).toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
