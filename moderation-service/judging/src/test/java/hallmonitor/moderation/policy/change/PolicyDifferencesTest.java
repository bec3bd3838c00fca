package hallmonitor.moderation.policy.change;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDifferencesTest {
  private final String shipped = Files.readString(Path.of("../../deploy/config/policy.yaml"));

  PolicyDifferencesTest() throws IOException {}

  private List<String> after(String text, String by) {
    assertThat(shipped).contains(text);
    return between(shipped, shipped.replace(text, by));
  }

  private static List<String> between(String before, String after) {
    Policy from = PolicyFile.read(before);
    return PolicyDifferences.between(from, PolicyFile.read(after)).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void aRemarkChangesNothing() {
    assertThat(between(shipped, "# Reviewed.\n" + shipped)).isEmpty();
  }

  @Test
  void aThresholdIsToldWithBothNumbers() {
    assertThat(after("bullying, at-least: 0.25 }", "bullying, at-least: 0.30 }"))
        .containsExactly("Clause 2.3: bullying at-least 0.25 -> 0.30");
  }

  @Test
  void rolesAndUrgencyAreTold() {
    assertThat(
            after(
                "escalate: { to: [assistant-principal], urgency: soon }",
                "escalate: { to: [principal], urgency: immediate }"))
        .containsExactly(
            "Clause 2.2: tells assistant-principal -> principal",
            "Clause 2.2: urgency soon -> immediate");
  }

  @Test
  void aLaneIsToldAsALaneAndNotAsAnUrgency() {
    String lane = shipped.replaceFirst("(?s)(id: \"6\\.2\".*?review: true)", "$1, lane: danger");

    assertThat(between(shipped, lane)).containsExactly("Clause 6.2: lane none -> danger");
    assertThat(between(lane, shipped)).containsExactly("Clause 6.2: lane danger -> none");
  }

  @Test
  void wordsAreToldOneByOne() {
    assertThat(after("\nclauses:", "\nwords: { profanity: [frick], allowed: [crap] }\nclauses:"))
        .containsExactly(
            "The word 'frick' is now counted as profanity.",
            "The word 'crap' is now never held against anybody.");
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
