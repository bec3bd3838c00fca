package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class MainTest {
  @TempDir Path folder;

  /** Runs the service's main method in its own JVM. */
  private String start(int expectedStatus) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dhallmonitor.config-dir=" + folder,
                Main.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(expectedStatus);
    return output;
  }

  @Test
  void aBadDistrictFileStopsTheStartWithAllItsMistakesAndNothingElse() throws Exception {
    Files.writeString(
        folder.resolve("district.yaml"),
        """
        district: Test District
        buildings: [{ id: high, name: High School }]
        people: [{ id: novak, name: Petra Novak, email: nonsense }]
        accounts:
          - { id: blog, platform: wordpress, building: nowhere, kind: school, administrator: novak, base-url: "ftp://x" }
        """);
    assertThat(start(78).lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("district.yaml:"))
        .anyMatch(line -> line.contains("nonsense"))
        .anyMatch(line -> line.contains("nowhere"))
        .anyMatch(line -> line.contains("base-url") || line.contains("web address"));
  }

  @Test
  void aMissingDistrictFileIsOneSentence() throws Exception {
    assertThat(start(78).lines()).hasSize(1).first().asString().contains("district.yaml");
  }
}
