package hallmonitor.bench.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what the measurement of the console asks for, before it starts anything. */
class ConsoleBenchTest {
  @ParameterizedTest
  @CsvSource({"--archived=-1, zero", "--cases=-1, zero", "--requests=0, 1"})
  void aNumberThatIsTooSmallIsRefusedInWords(String option, String least) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(errors, true, UTF_8);

    assertThat(Tool.run(new ConsoleBench(), out, out, option)).isEqualTo(Tool.FAILED);

    assertThat(errors.toString(UTF_8))
        .startsWith(option.split("=")[0] + " must be " + least + " or more, not ");
  }

  @ParameterizedTest
  @CsvSource({
    "/cases/2a978626-d1bf, /cases/7b0c1c7e-0000",
    "/queue?state=open&clause=1.1, /queue?state=open&clause=2.9",
    "/policy/versions/1, /policy/versions/22"
  })
  void addressesThatDifferInIdsAndValuesAreOneKindOfPage(String one, String other) {
    assertThat(LinkedPages.kind(one)).isEqualTo(LinkedPages.kind(other));
  }

  @Test
  void otherPathsAndParametersAreOtherKinds() {
    assertThat(LinkedPages.kind("/queue?state=open")).isNotEqualTo(LinkedPages.kind("/queue?q=a"));
    assertThat(LinkedPages.kind("/records")).isNotEqualTo(LinkedPages.kind("/reports"));
  }
}
