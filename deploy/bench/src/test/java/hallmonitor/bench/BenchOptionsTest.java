package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchOptionsTest {
  @TempDir Path folder;

  @Test
  void aNumberBelowZeroIsRefusedByItsOptionBeforeAnythingStarts() {
    assertThat(saying(new MemoryBench(), "--comments=-1"))
        .isEqualTo("--comments must be zero or more, not -1.");
    assertThat(saying(new MemoryBench(), "--rest=-5"))
        .isEqualTo("--rest must be zero or more, not -5.");
    assertThat(saying(new StartBench(), "--starts=-2"))
        .isEqualTo("--starts must be zero or more, not -2.");
  }

  @Test
  void aFileIsRefusedWhereAFolderIsNeeded() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThat(saying(new NightlyBench(), file.toString()))
        .isEqualTo(file + " is a file; name a folder for the figures.");
  }

  @Test
  void figuresAreWrittenWithTheMachineThatTheyAreOf() throws Exception {
    Path file = folder.resolve("memory.json");
    ProgramMemory service = new ProgramMemory("ingest-service", 120, 20, 30, 50, 20);
    FigureFile.write(Optional.of(file), Map.of("megabytes", List.of(service)));
    assertThat(Files.readString(file))
        .contains(
            "\"processors\"", "\"java\"", "\"program\" : \"ingest-service\"", "\"all\" : 120");
  }

  @Test
  void whatIsNeitherHeapNorClassesNorCodeIsTheRest() {
    ProgramMemory all =
        ProgramMemory.sum(
            "all",
            List.of(
                new ProgramMemory("ingest-service", 120, 20, 30, 50, 20),
                ProgramMemory.withoutHeap("PostgreSQL", 60)));
    assertThat(all.all()).isEqualTo(180);
    assertThat(all.rest()).isEqualTo(80);
  }

  private static String saying(Object command, String... arguments) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        Tool.run(
            command,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            arguments);
    assertThat(status).isEqualTo(Tool.FAILED);
    return errors.toString(StandardCharsets.UTF_8).strip();
  }
}
