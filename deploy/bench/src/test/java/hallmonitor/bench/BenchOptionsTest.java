package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hallmonitor.bench.console.AnswerBench;
import hallmonitor.bench.console.SearchBench;
import hallmonitor.bench.queue.QueueBench;
import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {
  @TempDir Path folder;

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(new Bench(), "--threats=-1", "--threats must be zero or more, not -1."),
        arguments(new Bench(), "--webhooks=-1", "--webhooks must be zero or more, not -1."),
        arguments(new Bench(), "--escalations=-2", "--escalations must be zero or more, not -2."),
        arguments(new Bench(), "--comments=-1", "--comments must be zero or more, not -1."),
        arguments(new Bench(), "--rate=3001", "--rate must be 3000 or less, not 3001."),
        arguments(new Bench(), "--rate=0", "--rate must be 1 or more, not 0."),
        arguments(new MemoryBench(), "--comments=-1", "--comments must be zero or more, not -1."),
        arguments(new MemoryBench(), "--rest=-5", "--rest must be zero or more, not -5."),
        arguments(new StartBench(), "--starts=-2", "--starts must be zero or more, not -2."),
        arguments(new BackupBench(), "--archived=0", "--archived must be 1 or more, not 0."),
        arguments(new AnswerBench(), "--items=0", "--items must be 1 or more, not 0."),
        arguments(new SearchBench(), "--archived=-1", "--archived must be zero or more, not -1."),
        arguments(new SearchBench(), "--requests=0", "--requests must be 1 or more, not 0."),
        arguments(new AccountsBench(), "--accounts=1", "--accounts must be 2 or more, not 1."),
        arguments(new AccountsBench(), "--seconds=0", "--seconds must be 1 or more, not 0."),
        arguments(new AccountsBench(), "--kill-every=0", "--kill-every must be 1 or more, not 0."),
        arguments(new AccountsBench(), "--faults=7", "--faults is a share from 0 to 1, not 7.0."),
        arguments(new FaultBench(), "--faults=-1", "--faults must be zero or more, not -1."),
        arguments(new QueueBench(), "--open=-1", "--open must be zero or more, not -1."),
        arguments(new QueueBench(), "--decided=-1", "--decided must be zero or more, not -1."),
        arguments(new QueueBench(), "--copies=-1", "--copies must be zero or more, not -1."));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aNumberThatIsTooSmallIsRefusedByItsOptionBeforeAnythingStarts(
      Object command, String option, String sentence) {
    assertThat(saying(command, option)).isEqualTo(sentence);
  }

  /**
   * The second option is refused, so nothing starts; the first one is not the one that is named.
   */
  @ParameterizedTest
  @ValueSource(strings = {"--threats=0", "--webhooks=0", "--escalations=0", "--comments=0"})
  void zeroIsTakenAsANumber(String option) {
    assertThat(saying(new Bench(), option, "--rate=0"))
        .isEqualTo("--rate must be 1 or more, not 0.");
  }

  @Test
  void aRealWordPressIsNotMeasuredWithoutThreats() {
    assertThat(saying(new Bench(), "--wordpress", "--threats=0"))
        .isEqualTo("--wordpress types threats; give --threats of 1 or more.");
  }

  @Test
  void aFileIsRefusedWhereAFolderIsNeeded() throws Exception {
    Path file = Files.writeString(folder.resolve("taken"), "");
    assertThat(saying(new NightlyBench(), file.toString()))
        .isEqualTo(file + " is a file; name a folder for the figures.");
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
