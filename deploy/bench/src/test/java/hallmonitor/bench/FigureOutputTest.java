package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tests what a measurement writes beside its figures. */
class FigureOutputTest {
  @TempDir Path folder;

  /** A measurement that takes no time. */
  @Command(name = "deploy/bench/nothing")
  private static final class Nothing implements Callable<Integer> {
    @Option(names = "--comments", defaultValue = "7")
    private int comments;

    @Option(names = "--turned")
    private boolean turned;

    @Option(names = "--data")
    private Optional<Path> data = Optional.empty();

    @Mixin private final FigureOutput output;

    private Nothing(FigureOutput output) {
      this.output = output;
    }

    @Override
    public Integer call() throws IOException {
      output.check();
      output.report(new Figures().add("comments", comments).times("took, ms", List.of(5L, 1L, 3L)));
      return 0;
    }
  }

  @Test
  void figuresAreWrittenWithMachineVersionsCommitAndAllOptions() throws Exception {
    Path file = folder.resolve("figures.json");

    assertThat(run(FigureOutput.ofStack(), "--turned", "--json=" + file)).isZero();

    JsonNode all = new ObjectMapper().readTree(file.toFile());
    assertThat(all.fieldNames())
        .toIterable()
        .contains(
            "date", "commit", "system", "cpu", "processors", "memoryMegabytes", "java", "comments");
    assertThat(all.path("postgresql").asText()).startsWith("17.");
    assertThat(all.path("kafka").asText()).matches("[0-9]+\\.[0-9.]+");
    assertThat(all.path("options").toString()).isEqualTo("{\"--comments\":7,\"--turned\":true}");
    assertThat(all.path("took, ms").toString())
        .isEqualTo("{\"n\":3,\"min\":1,\"p50\":3,\"p95\":5,\"p99\":5,\"max\":5}");
  }

  @Test
  void withoutAStackThereAreNoVersionsOfIt() throws Exception {
    Path file = folder.resolve("figures.json");

    assertThat(run(FigureOutput.withoutStack(), "--json=" + file)).isZero();

    assertThat(Files.readString(file)).doesNotContain("postgresql", "kafka");
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedFirst() {
    assertThat(run(FigureOutput.ofStack(), "--json=" + folder.resolve("missing/figures.json")))
        .isEqualTo(Tool.FAILED);
    assertThat(said()).isEqualTo("--json: there is no folder " + folder.resolve("missing") + ".");
    errors.reset();
    assertThat(run(FigureOutput.ofStack(), "--json=" + folder)).isEqualTo(Tool.FAILED);
    assertThat(said()).isEqualTo("--json: " + folder + " is a folder; name a file in it.");
  }

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private String said() {
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  private int run(FigureOutput output, String... arguments) {
    return Tool.run(
        new Nothing(output),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8),
        arguments);
  }
}
