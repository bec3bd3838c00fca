package hallmonitor.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a measurement that makes no sense does not begin. */
class PipelineBenchTest {
  @ParameterizedTest
  @CsvSource({
    "--comments=-1, --comments",
    "--warm-up=-1, --warm-up",
    "--rate=-5, --rate",
    "--threats=-1, --threats",
    "--archived=-1, --archived",
    "--processes=0, --processes",
    "--harmful=1.5, --harmful",
    "--harmful=NaN, --harmful"
  })
  void anOptionThatCannotBeMeasuredIsRefusedByName(String given, String named) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        Tool.run(
            new PipelineBench(),
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(errors),
            given);
    assertThat(status).isEqualTo(Tool.FAILED);
    assertThat(errors.toString()).contains(named);
  }
}
