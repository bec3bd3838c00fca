package hallmonitor.moderation.console.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the translator as a program of its own: limited, and given nothing but the text. */
class ApertiumCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  /** Writes a program that stands in for the translator and returns its command. */
  private ApertiumCommand command(String script, Duration limit) throws IOException {
    Path program = Files.writeString(folder.resolve("apertium"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return ApertiumCommand.in(folder + ":/usr/bin:/bin", limit).orElseThrow();
  }

  @Test
  void aPathWithoutTheCommandHasNone() throws IOException {
    assertThat(ApertiumCommand.in(folder.toString(), PATIENCE)).isEmpty();
    assertThat(ApertiumCommand.in("", PATIENCE)).isEmpty();
    assertThat(ApertiumCommand.in("\0:" + folder.resolve("nowhere"), PATIENCE)).isEmpty();
    Files.writeString(folder.resolve("apertium"), "not a program");
    assertThat(ApertiumCommand.in(folder.toString(), PATIENCE)).isEmpty();
  }

  @Test
  void theTextGoesToItsInputAndIsNeverACommand() throws IOException {
    Path mark = folder.resolve("mark");
    String hostile = "$(touch " + mark + "); `touch " + mark + "`\n--help 'x' \"y\" é 😀";

    ApertiumCommand command = command("echo \"$#\" \"$1\"; cat", PATIENCE);

    assertThat(command.english(hostile)).isEqualTo("1 spa-eng\n" + hostile);
    assertThat(mark).doesNotExist();
  }

  @Test
  void nothingOfTheServicesEnvironmentReachesIt() throws IOException {
    assertThat(command("cat >/dev/null; env", PATIENCE).english("x").lines())
        .allMatch(line -> line.matches("(PATH|LC_ALL|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  @Test
  void whatTakesTooLongIsEndedWithAllThatItStarted() throws IOException {
    Path pid = folder.resolve("pid");
    ApertiumCommand command =
        command("sleep 600 & echo $! > " + pid + "; wait", Duration.ofSeconds(2));

    assertThatThrownBy(() -> command.english("Hola"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("longer than");

    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    child.ifPresent(
        handle -> handle.onExit().orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join());
  }

  @Test
  void aFailureAndAFloodAreNoTranslation() throws IOException {
    assertThatThrownBy(() -> command("cat; exit 1", PATIENCE).english("Hola"))
        .hasMessageContaining("failed");
    assertThatThrownBy(() -> command("cat >/dev/null; yes", PATIENCE).english("Hola"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theRealOneTranslates() throws IOException {
    Optional<ApertiumCommand> real = ApertiumCommand.in(System.getenv("PATH"), PATIENCE);
    assumeTrue(real.isPresent(), "apertium is missing: apt-get install apertium-eng-spa");

    assertThat(real.get().english("Mañana voy a la escuela.")).contains("Tomorrow", "school");
  }
}
