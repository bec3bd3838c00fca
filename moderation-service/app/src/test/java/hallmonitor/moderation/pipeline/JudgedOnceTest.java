package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests that the policy answers when everything is known, because a clause may need several facts
 * at once.
 */
class JudgedOnceTest {
  private final StrikesStage strikes = new StrikesStage(0.95, 0.5, 1, 0.3);
  private final Stage stage = strikes.stage;

  private static SeenComment lame(String author) {
    return aComment("by-" + author).by(author).saying("jake is lame");
  }

  @Test
  void aClauseHoldsForAPileOnByAnAuthorWithAStrike() throws Exception {
    strikes.attackDecided(aComment("strike").by("d"), Decision.Kind.CONFIRM);
    strikes.receive(lame("a"), lame("b"), lame("c"), lame("d"), lame("e"));
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
    strikes.receive(lame("a"), lame("b"), lame("c"), lame("d"));
    assertThat(
            stage.meters.find("hallmonitor.comments.judged").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum())
        .isEqualTo(4);
  }
}
