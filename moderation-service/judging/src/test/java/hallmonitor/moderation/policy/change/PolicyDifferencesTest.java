package hallmonitor.moderation.policy.change;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDifferencesTest {
  private static final PolicyWords WORDS =
      new PolicyWords() {
        @Override
        public String category(Category category) {
          return category == Category.BULLYING ? "personal attack" : category.label();
        }

        @Override
        public String role(String code) {
          return code.replace('-', ' ');
        }

        @Override
        public String accountKind(String code) {
          return code;
        }
      };

  private final String shipped = Files.readString(Path.of("../../deploy/config/policy.yaml"));

  PolicyDifferencesTest() throws IOException {}

  private List<String> after(String text, String by) {
    assertThat(shipped).contains(text);
    return between(shipped, shipped.replace(text, by));
  }

  private static List<String> between(String before, String after) {
    Policy from = PolicyFile.read(before);
    return PolicyDifferences.between(from, PolicyFile.read(after), WORDS).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void aRemarkChangesNothing() {
    assertThat(between(shipped, "# Reviewed.\n" + shipped)).isEmpty();
  }

  @Test
  void whatIsNewOrGoneInSpanishIsTold() {
    assertThat(after("    title-es: Amenazas\n", "    title-es: Amenaza\n"))
        .containsExactly("Clause 3.1 is now titled “Amenaza” in Spanish.");
    assertThat(after("    title-es: Amenazas\n", ""))
        .containsExactly("Clause 3.1 has no title in Spanish anymore.");
    String wording = "    wording-es: El lenguaje que puede ser soez lo revisa una persona antes";
    assertThat(after(wording + " de que se haga algo.\n", "    wording-es: Lo revisa alguien.\n"))
        .containsExactly("Clause 1.2 now reads in Spanish: “Lo revisa alguien.”");
    assertThat(after(wording + " de que se haga algo.\n", ""))
        .containsExactly("Clause 1.2 has no wording in Spanish anymore.");
  }

  @Test
  void aThresholdIsToldInWordsWithBothNumbers() {
    assertThat(after("bullying, at-least: 0.055 }", "bullying, at-least: 0.30 }"))
        .containsExactly(
            "Clause 2.3 catches personal attack more rarely: from a score of 0.30 instead of"
                + " 0.055.");
    assertThat(after("bullying, at-least: 0.055 }", "bullying, at-least: 0.045 }"))
        .containsExactly(
            "Clause 2.3 catches personal attack more eagerly: from a score of 0.045 instead of"
                + " 0.055.");
  }

  @Test
  void rolesAndUrgencyAreTold() {
    assertThat(
            after(
                "escalate: { to: [assistant-principal], urgency: soon }",
                "escalate: { to: [principal], urgency: immediate }"))
        .containsExactly(
            "Clause 2.2 now alerts: principal. Before: assistant principal.",
            "Clause 2.2: people are to act at once instead of soon.");
  }

  @Test
  void aLaneIsToldAsALaneAndNotAsAnUrgency() {
    String lane = shipped.replaceFirst("(?s)(id: \"6\\.2\".*?review: true)", "$1, lane: danger");

    assertThat(between(shipped, lane))
        .containsExactly(
            "Clause 6.2: comments are now sent to review in the danger lane instead of sent to"
                + " review.");
    assertThat(between(lane, shipped))
        .containsExactly(
            "Clause 6.2: comments are now sent to review instead of sent to review in the danger"
                + " lane.");
  }

  @Test
  void wordsAreToldOneByOne() {
    assertThat(after("\nclauses:", "\nwords: { profanity: [frick], allowed: [crap] }\nclauses:"))
        .containsExactly(
            "The word “frick” is now counted as profanity.",
            "The word “crap” is now ignored by the word lists.");
  }

  @Test
  void otherCategoriesAccountsAndConsequencesAreTold() {
    assertThat(
            after(
                "- { category: unsigned, at-least: 0.5, accounts: [classroom] }",
                "- { category: spam, at-least: 0.5, accounts: [school], strikes: 2 }"))
        .containsExactly(
            "Clause 5.5 now looks for spam from a score of 0.50 (school accounts) after 2"
                + " violations, instead of unsigned from a score of 0.50 (classroom accounts).");
    assertThat(after("accounts: [classroom] }", "accounts: [classroom, school] }"))
        .containsExactly(
            "Clause 5.5 looks for unsigned on other accounts: classroom, school. Before:"
                + " classroom.");
    assertThat(
            after(
                "unsigned, at-least: 0.92 }\n    then: { hide: true, strike: false }",
                "unsigned, at-least: 0.92 }\n    then: { review: true, strike: true }"))
        .containsExactly(
            "Clause 5.3: comments are now sent to review instead of hidden and sent to review.",
            "Clause 5.3 now counts against the author.");
  }

  @Test
  void aClauseUnderAnotherNumberIsGoneAndNew() {
    assertThat(after("id: \"6.2\"", "id: \"6.9\""))
        .containsExactly(
            "Clause 6.2 (Possible spam) is removed.", "Clause 6.9 (Possible spam) is new.");
  }

  @Test
  void linesAreShownWithTheirSurroundingsOnly() {
    assertThat(TextLines.between("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nd\nE\nf\ng\nh"))
        .extracting(line -> line.sign() + line.text())
        .containsExactly(" c", " d", "-e", "+E", " f", " g");
    assertThat(TextLines.between("a\nb", "a\nb")).isEmpty();
    assertThat(TextLines.between("a\n1\n2\n3\n4\n5\n6\nz", "A\n1\n2\n3\n4\n5\n6\nZ"))
        .extracting(TextLines.Line::sign)
        .containsExactly("-", "+", " ", " ", "…", " ", " ", "-", "+");
  }
}
