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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Tests that the policy answers when everything is known: a clause may rest on several of these at
 * once.
 */
class JudgedOnceTest {
  private static final Policy POLICY =
      new Policy(
          "Attacks",
          List.of(
              clause(
                  "2.1",
                  new Condition(Category.BULLYING, 0.95, Set.of()),
                  new Consequence(PolicyOutcome.HIDE, true, List.of(), Urgency.SOON, true)),
              clause(
                  "7.1",
                  new Condition(Category.BULLYING, 0.5, Set.of(), 1),
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
                      new WordsDetector("lame", Category.BULLYING, 0.3))),
              "model-1"),
          ContextSettings.DEFAULT);

  private static Clause clause(String id, Condition when, Consequence then) {
    return new Clause(id, "Clause", "Wording.", List.of(when), then);
  }

  private static SeenComment lame(String author) {
    return aComment("by-" + author).by(author).saying("jake is lame");
  }

  private void receive(SeenComment... comments) throws Exception {
    pipeline.handle(Arrays.stream(comments).map(SeenComment::record).toList());
  }

  private void confirmedStrike(String author) throws Exception {
    receive(aComment("strike").by(author).saying("you idiot"));
    Map<String, Object> found =
        stage.database.rows("select case_id, version from review_case").get(0);
    new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {})
        .decide(
            new Decision(
                (UUID) found.get("case_id"),
                (Integer) found.get("version"),
                Decision.Kind.CONFIRM,
                "novak",
                ""));
  }

  @Test
  void aClauseHoldsForAPileOnByAnAuthorWithAStrike() throws Exception {
    confirmedStrike("d");
    receive(lame("a"), lame("b"), lame("c"), lame("d"), lame("e"));
    assertThat(
            stage.database.rows(
                "select comment_id, outcome from revision where outcome <> 'allow' order by 1"))
        .containsExactly(
            Map.of("comment_id", "by-d", "outcome", "review"),
            Map.of("comment_id", "strike", "outcome", "hide"));
    assertThat(
            stage.database.rows(
                "select detail from case_event where kind = 'opened' order by id desc limit 1"))
        .singleElement()
        .satisfies(
            opened ->
                assertThat((String) opened.get("detail"))
                    .contains("4 people", "1 strike on this account"));
  }

  @Test
  void eachJudgedCommentCountsOnce() throws Exception {
    receive(lame("a"), lame("b"), lame("c"), lame("d"));
    assertThat(
            stage.meters.find("hallmonitor.comments.judged").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum())
        .isEqualTo(4);
  }
}
