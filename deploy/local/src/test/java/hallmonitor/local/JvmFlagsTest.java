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
  void everyServiceHasTheOptimizingCompilerAndALimitOfItsHeap(ServiceName service) {
    assertThat(JvmFlags.of(service))
        .contains("-Xmx" + service.heapMegabytes() + "m")
        .noneMatch(flag -> flag.contains("TieredStopAtLevel"));
  }

  @Test
  void theLauncherGivesMemoryBackAsTheServicesDo() throws IOException {
    List<String> launcher = Files.readAllLines(LAUNCHER);
    assertThat(launcher)
        .containsAll(
            JvmFlags.of(ServiceName.INGEST).stream()
                .filter(flag -> flag.startsWith("-XX:"))
                .filter(flag -> !flag.endsWith("ExitOnOutOfMemoryError"))
                .toList())
        .noneMatch(flag -> flag.contains("TieredStopAtLevel"));
  }
}
