package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.jobs.HeldHideReleaseJob;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that one held hide with an unusable row does not block the others. */
class StuckHideTest {
  private static final UUID STUCK = CaseIds.ofCase(new CommentKey("practice", "1"));

  private final Stage stage = new Stage();

  @Test
  void aHideThatCannotBeReleasedIsNamedAndTheOthersGoOut() throws Exception {
    stage.receive(
        aComment("1").by("A").saying("I will shoot you"),
        aComment("2").by("B").saying("I will shoot you"),
        aComment("3").by("C").saying("I will shoot you"));
    stage
        .database
        .jdbi()
        .useHandle(
            h -> {
              h.execute("update held_action set release_at = clock_timestamp()");
              h.execute("update held_action set payload = 'torn' where case_id = ?", STUCK);
            });

    assertThatThrownBy(stage.held::release)
        .isInstanceOf(HeldHideReleaseJob.Stuck.class)
        .hasMessageContaining(STUCK.toString());

    assertThat(stage.orders()).extracting(ActionOrdered::caseId).hasSize(2).doesNotContain(STUCK);
    assertThat(stage.database.count("held_action")).isEqualTo(1);
  }
}
