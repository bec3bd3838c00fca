package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorsHistoryTest {
  private final StrikesStage strikes = new StrikesStage(0.9, 0.2, 2, 0.25);
  private final Stage stage = strikes.stage;

  private void receive(SeenComment comment) throws Exception {
    strikes.receive(comment);
  }

  private void attackDecided(String id, Decision.Kind kind) throws Exception {
    strikes.attackDecided(aComment(id), kind);
  }

  private String outcome(String id) {
    return strikes.outcome(id);
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
