package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests that every change of what the public sees is kept with its time. */
class VisibilityChangesTest {
  private final Stage stage = new Stage();
  private final SeenComment insult = aComment("17").saying("you idiot");

  /** Confirms the newest order. */
  private void confirmed(Instant at) throws Exception {
    ActionOrdered order = stage.orders().get(stage.orders().size() - 1);
    ActionTaken taken =
        new ActionTaken(
            order.actionId(), order.caseId(), order.comment(), order.action(), true, "so", at);
    stage
        .handlers
        .actionResults()
        .handle(
            List.of(new ConsumerRecord<>("action-results", 0, 0, null, EventJson.write(taken))));
  }

  private List<String> kept() {
    return stage
        .database
        .rows(
            """
            select comment_id || ' ' || visibility || case when action_id is null then '' else ' as ordered' end as told
            from visibility_change order by at
            """)
        .stream()
        .map(row -> String.valueOf(row.get("told")))
        .toList();
  }

  private Instant seenAt(int secondsLater) {
    return insult.readAs(Visibility.VISIBLE, secondsLater).event().observedAt();
  }

  @Test
  void aCommentThatWasAlwaysVisibleNeedsNoRow() throws Exception {
    stage.receive(aComment("18").saying("The gala begins at seven"));

    assertThat(kept()).isEmpty();
  }

  @Test
  void whatTheConnectorSeesAndWhatThePlatformConfirmsIsKept() throws Exception {
    stage.receive(insult);
    confirmed(seenAt(5));
    stage.receive(insult.readAs(Visibility.HIDDEN, 60));
    stage.receive(insult.readAs(Visibility.VISIBLE, 120));
    stage.receive(insult.readAs(Visibility.VISIBLE, 120));

    assertThat(kept()).containsExactly("17 hidden as ordered", "17 visible");
    assertThat(stage.database.rows("select at from visibility_change where visibility = 'hidden'"))
        .extracting(row -> row.get("at").toString())
        .containsExactly(
            stage
                .database
                .rows("select done_at from ordered_action order by ordered_at limit 1")
                .get(0)
                .get("done_at")
                .toString());
  }

  @Test
  void aConfirmationThatIsOvertakenByNewerNewsIsKeptToo() throws Exception {
    stage.receive(insult);
    stage.receive(insult.deletedAs("2"));
    confirmed(insult.event().observedAt().plusMillis(1));

    assertThat(kept()).containsExactly("17 hidden as ordered", "17 deleted");
    assertThat(stage.database.rows("select visibility from comment"))
        .containsExactly(Map.of("visibility", "deleted"));
  }

  @Test
  void aCommentThatIsFirstReadAsHiddenWasHiddenFromTheStart() throws Exception {
    stage.receive(insult.readAs(Visibility.HIDDEN, 0));

    assertThat(kept().get(0)).isEqualTo("17 hidden");
  }
}
