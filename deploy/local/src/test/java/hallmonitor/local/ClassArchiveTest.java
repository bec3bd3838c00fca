package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private ClassArchive archive;

  @BeforeEach
  void aBuild() throws IOException {
    archive = ClassArchive.of(ServiceName.INGEST, BuiltRoot.in(folder));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void aRunningServiceLeavesItsClassesForTheNextStart() throws IOException {
    assertThat(archive.isOfThisBuild()).isFalse();

    archive.makeFrom(ready("first").pid());

    assertThat(archive.isOfThisBuild()).isTrue();
    ready("second", "-Xlog:class+load");
    assertThat(Files.readString(folder.resolve("second")))
        .containsPattern("FakeService source: shared objects file \\(top\\)");
  }

  @Test
  void whatWasMadeBeforeTheBuildIsMadeAgain() throws IOException {
    Files.createFile(archive.file());
    Files.setLastModifiedTime(archive.file(), FileTime.fromMillis(0));

    assertThat(archive.isOfThisBuild()).isFalse();
    assertThat(archive.flags()).contains("-XX:+RecordDynamicDumpInfo");
  }

  @Test
  void aServiceThatIsGoneLeavesNothing() {
    archive.makeFrom(Integer.MAX_VALUE);

    assertThat(archive.file().getParent()).isDirectoryNotContaining("glob:**.jsa*");
  }

  @Test
  void aFileThatIsNoArchiveStopsNoStart() throws IOException {
    Files.writeString(archive.file(), "not an archive");
    assertThat(archive.flags()).contains("-XX:SharedArchiveFile=" + archive.file());

    assertThat(ready("started").isAlive()).isTrue();
  }

  private Process ready(String output, String... more) throws IOException {
    int port = FreePorts.one();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(archive.flags());
    command.addAll(List.of(more));
    command.addAll(List.of("-jar", archive.jar().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("QUARKUS_DATASOURCE_USERNAME", "ingest");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.directory(folder.toFile());
    builder.redirectOutput(folder.resolve(output).toFile());
    Process process = builder.start();
    started.add(process);
    await().atMost(Duration.ofSeconds(60)).until(() -> Readiness.of("http://127.0.0.1:" + port));
    return process;
  }
}
