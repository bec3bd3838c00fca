package hallmonitor.messaging.picture.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.messaging.picture.program.BoundedProcess.Limits;
import hallmonitor.messaging.picture.program.BoundedProcess.ProcessFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that comes and goes while the service runs. */
class InstalledProgramTest {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1L << 30, 1_000);

  @TempDir private Path folder;

  private Path script() {
    return folder.resolve("program");
  }

  private void install() throws IOException {
    Files.writeString(script(), "#!/bin/sh\necho here\n");
    Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private InstalledProgram program(Duration lookAgain) {
    return new InstalledProgram(
        LIMITS,
        process -> process.run(List.of(script().toString()), new byte[0]).length > 0,
        lookAgain,
        new NetworkIsolation(List.of("env")));
  }

  private String answer(InstalledProgram program) throws Exception {
    return new String(program.run(List.of(script().toString()), new byte[0]), UTF_8);
  }

  @Test
  void whatVanishesIsToldAndUsedAgainWhenItIsBack() throws Exception {
    install();
    try (InstalledProgram program = program(Duration.ZERO)) {
      assertThat(program.isReady()).isTrue();
      assertThat(answer(program)).isEqualTo("here\n");

      Files.delete(script());
      assertThatThrownBy(() -> answer(program))
          .isInstanceOf(ProcessFailure.class)
          .hasMessage("it is not installed");
      assertThat(program.isReady()).isFalse();

      install();
      assertThat(program.isReady()).isTrue();
      assertThat(answer(program)).isEqualTo("here\n");
    }
  }

  @Test
  void whatKeepsTheNetworkAwayIsUsedWhereThereIsOne() throws Exception {
    install();
    try (InstalledProgram with = program(Duration.ZERO);
        InstalledProgram without = isolatedBy("no-such-program-here", LIMITS)) {
      assertThat(with.isIsolated()).isTrue();
      assertThat(answer(with)).isEqualTo("here\n");
      assertThat(without.isReady()).isTrue();
      assertThat(without.isIsolated()).isFalse();
      assertThat(answer(without)).isEqualTo("here\n");
    }
  }

  private static InstalledProgram isolatedBy(String program, Limits limits) {
    return new InstalledProgram(
        limits, process -> true, Duration.ZERO, new NetworkIsolation(List.of(program)));
  }

  /**
   * Writes a program that stands before another one, and does something else until a file is there.
   */
  private String before(String otherwise) throws IOException {
    Path file = folder.resolve("before");
    Files.writeString(
        file, "#!/bin/sh\ntest -e %s || { %s; }\nexec \"$@\"\n".formatted(calm(), otherwise));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  private Path calm() {
    return folder.resolve("calm");
  }

  /**
   * A machine that is busy once never leaves the program its network, not even until the next look.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 60",
        "kill -9 $$",
        "echo 'unshare: fork failed: Resource temporarily unavailable' >&2; exit 1",
        "echo 'unshare: unshare failed: Cannot allocate memory' >&2; exit 1",
        "yes"
      })
  void whatIsNotDecidedIsNotRunUntilItIs(String busy) throws Exception {
    install();
    Limits impatient = new Limits(Duration.ofSeconds(2), 1L << 30, 1_000);
    try (InstalledProgram program = isolatedBy(before(busy), impatient)) {
      assertThat(program.isUndecided()).isTrue();
      assertThat(program.isIsolated()).isFalse();
      assertThat(program.isReady()).as("it is installed").isTrue();
      assertThatThrownBy(() -> answer(program))
          .isNotInstanceOf(ProcessFailure.class)
          .hasMessage("it is not known whether it can be kept away from the network");

      Files.createFile(calm());
      assertThat(program.isUndecided()).isFalse();
      assertThat(program.isIsolated()).isTrue();
      assertThat(answer(program)).isEqualTo("here\n");
    }
  }

  /** What can never succeed is decided at once, and told as such. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'unshare: unshare failed: Operation not permitted' >&2; exit 1",
        "echo \"unshare: unrecognized option '--map-current-user'\" >&2; exit 1",
        "kill -31 $$",
        "exit 127"
      })
  void whatIsRefusedIsDecided(String refused) throws Exception {
    install();
    try (InstalledProgram program = isolatedBy(before(refused), LIMITS)) {
      assertThat(program.isReady()).isTrue();
      assertThat(program.isUndecided()).isFalse();
      assertThat(program.isIsolated()).isFalse();
      assertThat(answer(program)).isEqualTo("here\n");
    }
  }

  @Test
  void whatMayNotBeRunIsNotThere() throws Exception {
    install();
    try (InstalledProgram program = program(Duration.ofHours(1))) {
      assertThat(program.isReady()).isTrue();

      Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rw-r--r--"));
      assertThatThrownBy(() -> answer(program)).hasMessage("it is not installed");
      assertThat(program.isReady()).as("it is looked for later").isFalse();
      assertThatThrownBy(() -> answer(program)).hasMessage("it is not installed");
    }
  }
}
