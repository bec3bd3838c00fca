package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences beside the forms in their files. */
class SignatureExamplesTest {
  private static final List<String> FILES =
      List.of(
          "/patterns/sign-offs.txt",
          "/patterns/introductions.txt",
          "/patterns/headings.txt",
          "/patterns/beside-signatures.txt");

  record Example(String form, boolean yes, String text, String place) {
    static Example of(String form, RuleFile.Line line) {
      String text = line.text().strip();
      boolean yes = text.startsWith("yes:");
      return new Example(
          form,
          yes,
          text.substring(text.indexOf(':') + 1).strip().replace("\\n", "\n"),
          line.place());
    }
  }

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String file : FILES) {
      String form = "";
      for (RuleFile.Line line : RuleFile.lines(file)) {
        form = line.text().startsWith("form ") ? line.text().substring(5) : form;
        if (line.isExample()) {
          examples.add(Example.of(form, line));
        }
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aFormIsSeenWhereItsFileSaysSoAndNowhereElse(Example example) {
    assertThat(forms(example.text).contains(example.form))
        .as("%s: %s", example.place, example.text)
        .isEqualTo(example.yes);
  }

  @Test
  void everyFormHasBothKinds() {
    Map<String, Integer> kinds = new HashMap<>();
    examples().forEach(e -> kinds.merge(e.form, e.yes ? 1 : 2, (a, b) -> a | b));
    assertThat(kinds)
        .hasSize(22)
        .allSatisfy((form, seen) -> assertThat(seen).as(form).isEqualTo(3));
  }

  private static List<String> forms(String text) {
    List<String> forms = new ArrayList<>();
    for (SignOff signed : Signatures.in(text, NormalizedText.of(text).text())) {
      boolean office = signed.role() && signed.form() == SignOff.Form.SENTENCE;
      forms.add(office ? "office" : signed.form().name().toLowerCase(Locale.ROOT));
    }
    forms.addAll(beside(text, ". Ann Lee"));
    forms.addAll(beside(text, ". So it goes. Ann Lee"));
    return forms;
  }

  /** The features in a text before a signature. */
  private static Set<String> beside(String text, String rest) {
    return SignatureContext.signs(text + rest, text.length() + rest.lastIndexOf("Ann"));
  }
}
