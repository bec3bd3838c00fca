package hallmonitor.bench.escalations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which options are refused, before anything is started. */
class EscalationsBenchTest {
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "--rate=-1, --rate must be zero or more",
    "--seconds=-3, --seconds must be zero or more",
    "--warm-up=-2, --warm-up must be zero or more",
    "--distinct=1.5, --distinct is a share from 0 to 1",
    "--distinct=NaN, --distinct is a share from 0 to 1"
  })
  void whatCannotBeMeasuredIsRefusedWithTheOptionsName(String option, String words) {
    assertThat(run(option)).isEqualTo(Tool.FAILED);
    assertThat(errors.toString(UTF_8)).contains(words);
  }

  @Test
  void anOptionThatDoesNotExistIsRefused() {
    assertThat(run("--escalations=7")).isEqualTo(Tool.FAILED);
    assertThat(errors.toString(UTF_8)).contains("There is no option '--escalations'");
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    PrintStream to = new PrintStream(errors, true, UTF_8);
    return Tool.run(new EscalationsBench(), out, to, List.of(arguments).toArray(String[]::new));
  }
}
