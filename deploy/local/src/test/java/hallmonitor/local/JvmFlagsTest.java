package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JvmFlagsTest {
  /** Maven runs a module's tests in its folder. */
  private static final Path LAUNCHER = Path.of("jvm.args");

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void everyServiceHasALimitOfItsHeapAndNoOptimizingCompiler(ServiceName service) {
    assertThat(JvmFlags.of(service))
        .contains("-Xmx" + service.heapMegabytes() + "m", "-XX:TieredStopAtLevel=1");
  }

  @Test
  void theLauncherRunsAsTheServicesDo() throws IOException {
    List<String> launcher = Files.readAllLines(LAUNCHER);
    assertThat(launcher)
        .containsAll(
            JvmFlags.of(ServiceName.INGEST).stream()
                .filter(flag -> flag.startsWith("-XX:"))
                .filter(flag -> !flag.endsWith("ExitOnOutOfMemoryError"))
                .toList());
  }

  @Test
  void aServiceInAContainerRunsAsInTheLocalRunWithAHeapOfTheContainersLimit() throws IOException {
    assertThat(Files.readAllLines(Path.of("../images/jvm.args")))
        .containsAll(
            JvmFlags.of(ServiceName.INGEST).stream()
                .filter(flag -> flag.startsWith("-XX:") || flag.startsWith("-Xms"))
                .toList())
        .contains("-XX:MaxRAMPercentage=40")
        .noneMatch(flag -> flag.startsWith("-Xmx"));
  }

  @Test
  void moderationBeginsWithItsOwnHeapInAContainerAndUnderSystemd() {
    String first = "-Xms" + ServiceName.MODERATION.firstHeapMegabytes() + "m";
    assertThat(ShippedFiles.text("deploy/images/Containerfile"))
        .containsOnlyOnce("\"@/hall-monitor/jvm.args\", \"" + first + "\"");
    assertThat(ShippedFiles.text("deploy/systemd/hall-monitor@moderation.service.d/console.conf"))
        .contains(
            "\nExecStart=\nExecStart=/usr/bin/java @/opt/hall-monitor/jvm.args " + first + " ");
  }
}
