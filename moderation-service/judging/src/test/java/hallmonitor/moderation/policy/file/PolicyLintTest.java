package hallmonitor.moderation.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests what a policy file is rejected for, and the reported place. */
class PolicyLintTest {
  private static final LocalNames NAMES =
      new LocalNames(List.of("Maple Valley"), List.of("Ngozi Okafor"));

  private static final String POLICY =
      """
      title: Guidelines
      words:
        profanity:
          - frick
          - son of a biscuit
        allowed: [crap, Dick]
      clauses:
        - id: "1.1"
          title: Profanity
          wording: No profanity.
          when:
            - { category: profanity, at-least: 0.92 }
          then: { hide: true }
      otherwise: allow
      """;

  @Test
  void aPolicyNamesAndSparesWords() {
    Policy policy = PolicyFile.read(POLICY, NAMES);
    assertThat(policy.words().profanity()).containsExactly("frick", "son of a biscuit");
    assertThat(policy.words().allowed()).containsExactly("crap", "Dick");
  }

  @Test
  void aPolicyWithoutWordsNamesNone() {
    String without = POLICY.replaceAll("(?s)words:.*?clauses", "clauses");
    assertThat(PolicyFile.read(without, NAMES).words().profanity()).isEmpty();
  }

  @Test
  void aSubjectAmongTheWordsIsRefusedAtItsPlace() {
    assertThat(problems(POLICY.replace("son of a biscuit", "union")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:5:7: 'union' cannot be named as profanity");
  }

  @Test
  void aNameOfTheDistrictIsRefusedAtItsPlace() {
    assertThat(problems(POLICY.replace("- frick", "- Okafor")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:4:7: 'Okafor'");
  }

  @Test
  void aWordIsEitherProfaneOrSpared() {
    assertThat(problems(POLICY.replace("[crap, Dick]", "[crap, Frick]")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:6:19: 'Frick' is under both");
  }

  @Test
  void aConditionOnWordsGetsTheReasonAtItsPlace() {
    assertThat(problems(POLICY.replace("- { category", "- { words: [union], category")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:12:11: 'words': no rule may rest on the words of a comment")
        .contains("words: profanity");
  }

  @Test
  void aConditionOnATopicWrittenWithoutADashGetsTheReasonToo() {
    String topic = "{ topic: the referendum }";
    assertThat(
            problems(
                POLICY.replace("\n      - { category: profanity, at-least: 0.92 }", " " + topic)))
        .anySatisfy(problem -> assertThat(problem).contains("must be a list"))
        .anySatisfy(problem -> assertThat(problem).contains("'topic': no rule may rest on"));
  }

  @Test
  void aListOfBannedWordsAtTheTopGetsTheReason() {
    assertThat(problems("banned-words: [union]\n" + POLICY))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:1:1: 'banned-words': no rule may rest on");
  }

  @Test
  void aTitleThatAnnouncesViewpointIsRefusedAtItsPlace() {
    assertThat(problems(POLICY.replace("title: Profanity", "title: Criticism of the board")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:9:12: 'criticism' announces");
  }

  @Test
  void hidingWithoutPrecisionIsRefusedAtItsScore() {
    assertThat(problems(POLICY.replace("0.92", "0.85")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:12:42: a clause that hides by itself needs more than 0.9");
    assertThat(
            PolicyFile.read(POLICY.replace("0.92", "0.85").replace("hide", "review"), NAMES)
                .clauses())
        .hasSize(1);
  }

  @Test
  void theShippedPolicyIsLawfulWithTheShippedDistrict() throws IOException {
    Path shipped = Path.of("../../deploy/config");
    LocalNames names =
        DistrictNames.of(DistrictFile.read(Files.readString(shipped.resolve("district.yaml"))));
    assertThat(PolicyFile.read(Files.readString(shipped.resolve("policy.yaml")), names).clauses())
        .isNotEmpty();
  }

  private static List<String> problems(String text) {
    InvalidFileException e =
        catchThrowableOfType(InvalidFileException.class, () -> PolicyFile.read(text, NAMES));
    assertThat(e).isNotNull();
    return e.problems().stream().map(Object::toString).toList();
  }
}
