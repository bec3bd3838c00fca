package hallmonitor.moderation.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.settings.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  private static final String ONE_CLAUSE =
      """
      title: Guidelines
      clauses:
        - id: "3.1"
          title: Threats
          wording: No threats.
          when:
            - { category: threat, at-least: 0.92, accounts: [school] }
          then:
            hide: true
            strike: true
            escalate: { to: [principal], urgency: immediate }
      otherwise: allow
      """;

  @Test
  void aClauseSaysWhenItHoldsAndWhatFollows() {
    Clause clause = PolicyFile.read(ONE_CLAUSE).clauses().get(0);
    assertThat(clause.id()).isEqualTo("3.1");
    assertThat(clause.when().get(0).category()).isEqualTo(Category.THREAT);
    assertThat(clause.when().get(0).accountKinds()).containsExactly("school");
    assertThat(clause.then())
        .isEqualTo(
            new Clause.Consequence(
                PolicyOutcome.ESCALATE, true, List.of("principal"), Urgency.IMMEDIATE, true));
  }

  @Test
  void everyMistakeIsNamedWithLineAndColumn() {
    String wrong =
        ONE_CLAUSE
            .replace("category: threat", "category: politics")
            .replace("0.92", "1.5")
            .replace("[school]", "[club]")
            .replace("[principal]", "[janitor]")
            .replace("strike: true", "strikes: true");
    assertThat(problems(wrong))
        .hasSize(5)
        .allSatisfy(problem -> assertThat(problem).matches("policy.yaml:\\d+:\\d+: .+"))
        .anySatisfy(problem -> assertThat(problem).contains("no category 'politics'"))
        .anySatisfy(problem -> assertThat(problem).contains("'1.5' is not a number"))
        .anySatisfy(problem -> assertThat(problem).contains("no kind of account 'club'"))
        .anySatisfy(problem -> assertThat(problem).contains("no role 'janitor'"))
        .anySatisfy(problem -> assertThat(problem).contains("unknown key 'strikes'"));
  }

  @Test
  void aPolicyMustEndByAllowingTheRest() {
    assertThat(problems(ONE_CLAUSE.replace("otherwise: allow\n", "")))
        .singleElement()
        .asString()
        .contains("'otherwise' is missing");
    assertThat(problems("otherwise: allow\n" + ONE_CLAUSE.replace("otherwise: allow\n", "")))
        .singleElement()
        .asString()
        .contains("must be the last entry");
  }

  @Test
  void aNumberGivenTwiceAndAClauseThatCanNeverAddAnythingAreNamed() {
    String clause =
        ONE_CLAUSE.substring(ONE_CLAUSE.indexOf("  - id"), ONE_CLAUSE.indexOf("otherwise"));
    String twice = ONE_CLAUSE.replace("otherwise", clause.replace("0.92", "0.95") + "otherwise");
    assertThat(problems(twice))
        .anySatisfy(problem -> assertThat(problem).contains("'3.1' is there twice"))
        .anySatisfy(problem -> assertThat(problem).contains("can never add anything"));
  }

  @Test
  void aClauseWithoutConditionOrConsequenceIsNamed() {
    String bare = ONE_CLAUSE.substring(0, ONE_CLAUSE.indexOf("    when")) + "otherwise: allow\n";
    assertThat(problems(bare))
        .anySatisfy(problem -> assertThat(problem).contains("could never hold"))
        .anySatisfy(problem -> assertThat(problem).contains("'then' is missing"));
  }

  @Test
  void earlierStrikesMayOnlyAskForAReview() {
    String clause =
        """
        title: T
        clauses:
          - id: "7.1"
            title: Repeat
            wording: Repeat.
            when:
              - { category: spam, at-least: 0.3, strikes: 2 }
            then: { %s: true }
        otherwise: allow
        """;
    Policy policy = PolicyFile.read(clause.formatted("review"));
    assertThat(policy.clauses().get(0).when().get(0).strikes()).isEqualTo(2);
    InvalidFileException refused =
        catchThrowableOfType(
            InvalidFileException.class, () -> PolicyFile.read(clause.formatted("hide")));
    assertThat(refused).hasMessageContaining("may only ask for a review");
  }

  @Test
  void theShippedPolicyNamesEveryCategory() throws IOException {
    Policy policy = PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    assertThat(policy.clauses().stream().flatMap(c -> c.when().stream()).map(w -> w.category()))
        .containsAll(Category.judged());
  }

  private static List<String> problems(String text) {
    InvalidFileException e =
        catchThrowableOfType(InvalidFileException.class, () -> PolicyFile.read(text));
    assertThat(e).isNotNull();
    return e.problems().stream().map(Object::toString).toList();
  }
}
