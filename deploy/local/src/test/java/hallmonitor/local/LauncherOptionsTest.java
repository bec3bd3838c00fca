package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class LauncherOptionsTest {
  @Test
  void withoutOptionsEverythingIsOnTheDocumentedPortsAndDataIsInTheRoot() {
    StackSettings settings = parse("--root=/srv/hall-monitor");
    assertThat(settings.ports()).isEqualTo(Ports.standard());
    assertThat(settings.data()).isEqualTo(Path.of("/srv/hall-monitor/data"));
    assertThat(settings.otlp()).isEmpty();
  }

  @Test
  void aPortCanBeGivenAsAnOptionOrAsASystemPropertyAndTheOptionWins() {
    Map<String, String> properties =
        Map.of("up.port.console", "9080", "up.port.kafka-controller", "9093");
    StackSettings settings = parse(List.of("--port.console=9999"), properties::get);
    assertThat(settings.ports().of(PortName.CONSOLE)).isEqualTo(9999);
    assertThat(settings.ports().of(PortName.KAFKA_CONTROLLER)).isEqualTo(9093);
  }

  @Test
  void twoThingsOnOnePortAreRefused() {
    assertThatThrownBy(() -> parse("--port.console=8090"))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            "Wrong port: port 8090 is asked for twice, the second time by --port.practice.");
  }

  @Test
  void aPortThatIsNoneIsNamedWithItsOption() {
    assertThatThrownBy(() -> parse("--port.smtp=mail"))
        .hasMessageContaining("'--port.smtp'")
        .hasMessageContaining("'mail'");
    assertThatThrownBy(() -> parse("--port.smtp=70000"))
        .hasMessage("Wrong port: --port.smtp must be a number from 1 to 65535, not 70000.");
  }

  @Test
  void anOptionWithoutItsValueIsExplained() {
    assertThatThrownBy(() -> parse("--data")).hasMessageContaining("'--data' (FOLDER)");
    assertThatThrownBy(() -> parse("--stop-with-parent=maybe"))
        .hasMessageContaining("--stop-with-parent");
  }

  @Test
  void theHelpNamesEveryPortWithItsOptionAndDefault() {
    CommandSpec command = CommandSpec.create();
    new LauncherOptions(command, property -> null);
    String help = new CommandLine(command).getUsageMessage();
    for (PortName name : PortName.values()) {
      assertThat(help).contains(name.option() + "=N").contains("(" + name.standard());
    }
  }

  private static StackSettings parse(String... arguments) {
    return parse(List.of(arguments), property -> null);
  }

  private static StackSettings parse(List<String> arguments, UnaryOperator<String> property) {
    CommandSpec command = CommandSpec.create();
    LauncherOptions options = new LauncherOptions(command, property);
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return options.settings();
  }
}
