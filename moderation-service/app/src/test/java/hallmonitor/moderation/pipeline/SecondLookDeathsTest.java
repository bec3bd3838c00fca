package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondLookDeathsTest {
  private final Stage stage = new Stage();
  private final RuleSnapshot rules =
      stage.rules(new Detectors(List.of(new SlowDetector("pay", Category.THREAT, 0.5))));
  private final CommentPipeline pipeline =
      stage.pipeline(rules, ContextSettings.DEFAULT, ThirdOpinion.NONE);

  @AfterEach
  void stop() {
    pipeline.close();
  }

  /** An error that ends the thread leaves behind what a killed process does. */
  @Test
  void aCommentThatEndsTheProcessIsReadAloneAndAfterTheThirdTimeGoesToAPerson() throws Exception {
    pipeline.handle(
        Stream.of(
                aComment("1").saying("a slow way to pay"),
                aComment("2").saying("a slow way to pay"),
                aComment("3").saying("a slow way to pay"))
            .map(SeenComment::record)
            .toList());
    AtomicBoolean dying = new AtomicBoolean(true);
    try (SecondLook mortal = new SecondLook(mortal(dying), 1, new Precedence())) {
      for (int death = 1; death <= 3; death++) {
        assertThatThrownBy(mortal::lookAtSome).isInstanceOf(OutOfMemoryError.class);
        assertThat(beingRead()).as("at death " + death).isEqualTo(death < 3 ? 3 : 1);
        stage
            .database
            .jdbi()
            .useHandle(
                h ->
                    h.execute(
                        "update second_look set claimed_until = now() where claimed_until >"
                            + " now()"));
      }
      dying.set(false);
      while (stage.database.count("second_look") > 0) {
        mortal.lookAtSome();
      }
    }
    assertThat(stage.escalations()).hasSize(2);
    assertThat(
            stage.database.rows(
                """
                select comment_id, findings -> 0 ->> 'category' as found from revision
                where outcome = 'review'\
                """))
        .containsExactly(Map.of("comment_id", "1", "found", "DETECTOR_FAILURE"));
  }

  private int beingRead() {
    return stage.database.one(
        "select count(*)::int from second_look where claimed_until > clock_timestamp()",
        Integer.class);
  }

  private LookParts mortal(AtomicBoolean dying) {
    LookParts parts = stage.parts();
    return new LookParts(
        parts.database(),
        () -> {
          if (dying.get()) {
            throw new OutOfMemoryError();
          }
          return rules;
        },
        parts.thirdOpinion(),
        parts.languages(),
        parts.settings(),
        parts.context(),
        parts.clock(),
        parts.committed(),
        parts.metrics());
  }
}
