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
        List.of("env"));
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
        InstalledProgram without =
            new InstalledProgram(
                LIMITS, process -> true, Duration.ZERO, List.of("no-such-program-here"))) {
      assertThat(with.isIsolated()).isTrue();
      assertThat(answer(with)).isEqualTo("here\n");
      assertThat(without.isReady()).isTrue();
      assertThat(without.isIsolated()).isFalse();
      assertThat(answer(without)).isEqualTo("here\n");
    }
  }

  /** A machine that is busy once does not leave the program its network for good. */
  @Test
  void whatTookTooLongIsTriedAgain() throws Exception {
    install();
    Path slow = folder.resolve("slow");
    Files.writeString(slow, "#!/bin/sh\ntest -e " + script() + "-fast || sleep 60\nexec \"$@\"\n");
    Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwxr-xr-x"));
    Limits impatient = new Limits(Duration.ofSeconds(2), 1L << 30, 1_000);
    try (InstalledProgram program =
        new InstalledProgram(impatient, process -> true, Duration.ZERO, List.of(slow.toString()))) {
      assertThat(program.isIsolated()).isFalse();

      Files.createFile(Path.of(script() + "-fast"));
      assertThat(program.isIsolated()).isTrue();
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
