package hallmonitor.messaging.picture.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.messaging.picture.program.BoundedProcess.Limits;
import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that behaves badly harms nothing but its own answer. */
class BoundedProcessTest {
  private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

  @TempDir private Path folder;
  private BoundedProcess process =
      new BoundedProcess(new Limits(Duration.ofSeconds(20), 1L << 30, 1_000), PATH);

  @AfterEach
  void close() {
    process.close();
  }

  private void within(Duration time, long memory) {
    process.close();
    process = new BoundedProcess(new Limits(time, memory, 1_000), PATH);
  }

  private String run(String input, String... command) throws Exception {
    return new String(process.run(List.of(command), input.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void aProgramAnswersWhatItReads() throws Exception {
    assertThat(run("some words", "cat")).isEqualTo("some words");
  }

  @Test
  void argumentsAreNeverCommands() throws Exception {
    Path file = folder.resolve("made");
    String hostile = "; touch " + file + " $(touch " + file + ") `touch " + file + "`";

    assertThat(run("", "printf", "%s", hostile)).isEqualTo(hostile);
    assertThat(file).doesNotExist();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aProgramThatTakesTooLongIsEndedWithItsChildren() {
    within(Duration.ofSeconds(2), 1L << 30);
    String number = Integer.toString(70_000 + (int) (System.nanoTime() % 10_000));

    assertThatThrownBy(() -> run("", "sh", "-c", "sleep " + number + " & sleep " + number))
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("it took longer than 2 seconds");
    await().until(() -> sleeping(number) == 0);
  }

  private static long sleeping(String number) {
    return ProcessHandle.allProcesses()
        .filter(
            one ->
                one.info()
                    .arguments()
                    .filter(arguments -> List.of(arguments).equals(List.of(number)))
                    .isPresent())
        .count();
  }

  @Test
  void aProgramThatTakesTooMuchMemoryFailsAlone() {
    within(Duration.ofSeconds(20), 64 << 20);

    assertThatThrownBy(() -> run("", "dd", "if=/dev/zero", "of=/dev/null", "bs=200M", "count=1"))
        .isInstanceOf(ProcessFailure.class)
        .hasMessageStartingWith("it ended with status");
  }

  @Test
  void aProgramThatAnswersWithoutEndIsEnded() {
    assertThatThrownBy(() -> run("", "yes"))
        .isInstanceOf(ProcessFailure.class)
        .hasMessage("it answered more than 1000 bytes");
  }

  @Test
  void aProgramWritesNoFile() throws Exception {
    Path file = folder.resolve("made");

    assertThatThrownBy(() -> run("words", "tee", file.toString()))
        .isInstanceOf(ProcessFailure.class);
    assertThat(Files.size(file)).isZero();
  }

  @Test
  void aProgramThatReadsNothingIsJudgedByItsEnd() throws Exception {
    assertThat(run("x".repeat(1 << 20), "true")).isEmpty();
    assertThatThrownBy(() -> run("x".repeat(1 << 20), "false"))
        .hasMessage("it ended with status 1");
  }

  @Test
  void aProgramThatIsMissingIsAFailure() {
    assertThatThrownBy(() -> run("", "no-such-program-here")).isInstanceOf(ProcessFailure.class);
  }

  @Test
  void aProgramGetsNothingOfThisProcessesEnvironment() throws Exception {
    assertThat(run("", "env").lines().filter(line -> !line.matches("(PATH|PWD|OLDPWD|SHLVL|_)=.*")))
        .isEmpty();
  }
}
