package hallmonitor.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLinesTest {
  private static final String OLD = "k3Vf0Jd8sQ1xZ7pLw5Rt9Yb2Nc6Mh4Ga";
  private static final String NEW = "//+uE0wq8sQ1xZ7pLw5Rt9Yb2Nc6Mh4Ga=";

  @Test
  void eachOfSeveralLinesIsAKeyAndTheWholeTextOpensLast() {
    String text = NEW + "\r\n\n  " + OLD + "\n";

    assertThat(KeyLines.of(text)).containsExactly(NEW, OLD, text.strip());
  }

  @Test
  void aSingleLineIsTheKeyWhateverItSays() {
    assertThat(KeyLines.of(OLD + "\n")).containsExactly(OLD);
    assertThat(KeyLines.of(" # short \n\n")).containsExactly("# short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# second step of Maple District, made 2025-09-01\n" + OLD,
        "#second-step-of-Maple-District,made-2025-09-01\n" + OLD,
        "Second step of Maple Valley School District\n" + OLD,
        "-----BEGIN-PRIVATE-KEY-OF-MAPLE-DISTRICT-----\n" + OLD,
        OLD + "\nNc6Mh4Gak3Vf0Jd8sQ1xZ7p="
      })
  void aTextThatIsNoListOfKeysStaysOneKey(String text) {
    assertThat(KeyLines.of(text + "\n")).containsExactly(text);
  }

  @Test
  void aSecretThatWasAlwaysReadByLinesStaysSo() {
    assertThat(KeyLines.each("new key\n\nold key\n")).containsExactly("new key", "old key");
  }
}
