package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.cases.CaseStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorsHistoryTest {
  private static final Policy POLICY =
      new Policy(
          "History",
          List.of(
              clause(
                  "2.1",
                  new Condition(Category.BULLYING, 0.9, Set.of()),
                  new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.SOON, true)),
              clause(
                  "7.1",
                  new Condition(Category.BULLYING, 0.2, Set.of(), 2),
                  new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false))));

  private final Stage stage = new Stage();
  private final CommentPipeline pipeline =
      stage.pipeline(
          new RuleSnapshot(
              stage.rules().district(),
              POLICY,
              "policy-1",
              new Detectors(
                  List.of(
                      new WordsDetector("idiot", Category.BULLYING, 1),
                      new WordsDetector("lame", Category.BULLYING, 0.25))),
              "model-1"),
          ContextSettings.DEFAULT);
  private final CaseStore decisions = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});

  private static Clause clause(String id, Condition when, Consequence then) {
    return new Clause(id, "Clause", "Wording.", List.of(when), then);
  }

  private void receive(SeenComment comment) throws Exception {
    pipeline.handle(List.of(comment.record()));
  }

  private void attackDecided(String id, Decision.Kind kind) throws Exception {
    receive(aComment(id).saying("you idiot"));
    Map<String, Object> found =
        stage
            .database
            .rows("select case_id, version from review_case where comment_id = '" + id + "'")
            .get(0);
    decisions.decide(
        new Decision(
            (UUID) found.get("case_id"), (Integer) found.get("version"), kind, "novak", ""));
  }

  private String outcome(String id) {
    return stage.database.one(
        "select outcome from revision where comment_id = '" + id + "'", String.class);
  }

  @Test
  void aWeakSignOfARepeatViolatorIsPutBeforeAPerson() throws Exception {
    attackDecided("1", Decision.Kind.CONFIRM);
    attackDecided("2", Decision.Kind.CONFIRM);
    receive(aComment("3").saying("that is lame"));
    assertThat(
            stage.database.rows(
                "select outcome, clauses[1] as clause from revision where comment_id = '3'"))
        .containsExactly(Map.of("outcome", "review", "clause", "7.1"));
    assertThat(
            stage.database.one(
                "select detail from case_event order by id desc limit 1", String.class))
        .endsWith("Its author has 2 strikes on this account that a person confirmed.");
    assertThat(stage.orders().stream().filter(o -> o.comment().id().equals("3"))).isEmpty();
  }

  @Test
  void strikesThatNobodyHasConfirmedDoNotCount() throws Exception {
    receive(aComment("1").saying("you idiot"));
    receive(aComment("2").saying("you idiot"));
    receive(aComment("3").saying("that is lame"));
    assertThat(outcome("3")).isEqualTo("allow");
  }

  @Test
  void voidedStrikesDoNotCount() throws Exception {
    attackDecided("1", Decision.Kind.CONFIRM);
    attackDecided("2", Decision.Kind.RESTORE);
    receive(aComment("3").saying("that is lame"));
    assertThat(outcome("3")).isEqualTo("allow");
  }

  @Test
  void withoutAnyFindingHistoryIsNothing() throws Exception {
    attackDecided("1", Decision.Kind.CONFIRM);
    attackDecided("2", Decision.Kind.CONFIRM);
    receive(aComment("3").saying("I disagree with the board"));
    assertThat(outcome("3")).isEqualTo("allow");
  }

  @Test
  void theHistoryOfAnotherAuthorOrAccountIsNothing() throws Exception {
    attackDecided("1", Decision.Kind.CONFIRM);
    attackDecided("2", Decision.Kind.CONFIRM);
    receive(aComment("3").by("R. Doe").saying("that is lame"));
    receive(aComment("4").on("another").saying("that is lame"));
    assertThat(outcome("3")).isEqualTo("allow");
    assertThat(outcome("4")).isEqualTo("allow");
  }

  @Test
  void whatHidesByItselfSaysTheHistoryAndDoesNotRestOnIt() throws Exception {
    attackDecided("1", Decision.Kind.CONFIRM);
    receive(aComment("2").saying("you idiot"));
    assertThat(stage.orders().get(1).clause()).isEqualTo("2.1");
    assertThat(stage.orders().get(1).reason()).doesNotContain("strike");
    assertThat(
            stage.database.one(
                "select detail from case_event where kind = 'opened' order by id desc limit 1",
                String.class))
        .contains("1 strike on this account");
  }
}
