package hallmonitor.moderation.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestOptionsTest {
  @TempDir Path data;

  private BacktestOptions parse(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("--policy", "new.yaml", "--data", data.toString(), "--shipped", "shipped"));
    arguments.addAll(List.of(more));
    return BacktestOptions.parse(arguments, name -> null);
  }

  @Test
  void thePolicyInForceIsTheLocalRunsWhereThereIsOne() throws Exception {
    assertThat(parse().against()).isEqualTo(Path.of("shipped/policy.yaml"));
    Files.createDirectories(data.resolve("config"));
    Files.writeString(data.resolve("config/policy.yaml"), "title: x");
    assertThat(parse().against()).isEqualTo(data.resolve("config/policy.yaml"));
    assertThat(parse().district()).isEqualTo(data.resolve("config/district.yaml"));
  }

  @Test
  void theServicesOwnConfigurationComesFirst() {
    BacktestOptions options =
        BacktestOptions.parse(
            List.of("--policy", "new.yaml", "--data", data.toString()),
            Map.of("HALLMONITOR_CONFIG_DIR", "/etc/hall-monitor")::get);
    assertThat(options.against()).isEqualTo(Path.of("/etc/hall-monitor/policy.yaml"));
  }

  @Test
  void wrongUsageIsNamed() {
    assertThatThrownBy(() -> BacktestOptions.parse(List.of(), name -> null))
        .hasMessageContaining("'--policy=NEW.yaml'");
    assertThatThrownBy(() -> parse("--polcy", "x")).hasMessageContaining("'--polcy'");
    assertThatThrownBy(() -> parse("--json")).hasMessageContaining("'--json' (FILE)");
    assertThatThrownBy(() -> parse("--since", "autumn")).hasMessageContaining("2026-09-01");
    assertThatThrownBy(() -> parse("--stage", "3")).hasMessageContaining("--stage is 1 or 2");
    assertThatThrownBy(() -> parse("--examples", "-1")).hasMessageContaining("from 0 to 1000");
    assertThatThrownBy(() -> parse("--database", "jdbc:x", "a.ndjson"))
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> parse("a.ndjson", "b.ndjson")).hasMessageContaining("'b.ndjson'");
  }
}
