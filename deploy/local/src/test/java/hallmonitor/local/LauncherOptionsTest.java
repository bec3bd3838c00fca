package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherOptionsTest {
  @Test
  void withoutOptionsEverythingIsOnTheDocumentedPortsAndDataIsInTheRoot() {
    LauncherOptions options = parse("--root=/srv/hall-monitor");
    assertThat(options.settings().ports()).isEqualTo(Ports.standard());
    assertThat(options.settings().data()).isEqualTo(Path.of("/srv/hall-monitor/data"));
    assertThat(options.settings().otlp()).isEmpty();
    assertThat(options.settings().fullSpeed()).isFalse();
  }

  @Test
  void aPortCanBeGivenAsAnOptionOrAsASystemPropertyAndTheOptionWins() {
    Map<String, String> properties =
        Map.of("up.port.console", "9080", "up.port.kafka-controller", "9093");
    LauncherOptions options =
        LauncherOptions.parse(List.of("--port.console=9999"), properties::get);
    assertThat(options.settings().ports().of(PortName.CONSOLE)).isEqualTo(9999);
    assertThat(options.settings().ports().of(PortName.KAFKA_CONTROLLER)).isEqualTo(9093);
  }

  @Test
  void twoThingsOnOnePortAreRefused() {
    assertThatThrownBy(() -> parse("--port.console=8090"))
        .isInstanceOf(LauncherOptions.UsageError.class)
        .hasMessage(
            "Wrong port: port 8090 is asked for twice, the second time by --port.practice.");
  }

  @Test
  void aPortThatIsNoneIsNamedWithItsOption() {
    assertThatThrownBy(() -> parse("--port.smtp=mail"))
        .hasMessage("--port.smtp must be a number, not 'mail'.");
    assertThatThrownBy(() -> parse("--port.smtp=70000"))
        .hasMessage("Wrong port: --port.smtp must be a number from 1 to 65535, not 70000.");
  }

  @Test
  void anOptionWithoutItsValueIsExplained() {
    assertThatThrownBy(() -> parse("--data"))
        .hasMessage("Write --data=VALUE, with the value after an equals sign.");
    assertThatThrownBy(() -> parse("--help=yes")).hasMessage("--help takes no value.");
  }

  @Test
  void theHelpNamesEveryPortWithItsOptionAndDefault() {
    for (PortName name : PortName.values()) {
      assertThat(LauncherOptions.helpText())
          .contains(name.option() + "=N")
          .contains("(" + name.standard());
    }
  }

  private static LauncherOptions parse(String... arguments) {
    return LauncherOptions.parse(List.of(arguments), property -> null);
  }
}
