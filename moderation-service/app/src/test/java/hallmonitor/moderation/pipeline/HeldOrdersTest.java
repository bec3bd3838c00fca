package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.store.cases.CaseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Tests that a hide waits for its evidence, is sent once, and never waits forever. */
class HeldOrdersTest {
  private static final UUID CASE_ID = CaseIds.ofCase(new CommentKey("practice", "17"));

  private final Stage stage = new Stage();
  private final CaseStore cases = new CaseStore(stage.database.jdbi(), Stage.CLOCK, () -> {});

  @Test
  void theHideOfAThreatIsDecidedAtOnceAndWaits() throws Exception {
    threat();
    assertThat(stage.orders()).isEmpty();
    assertThat(stage.escalations())
        .singleElement()
        .satisfies(e -> assertThat(e.hideOrdered()).isTrue());
    assertThat(states()).containsExactly("held");
    assertThat(action()).isEqualTo("hide-held");
    assertThat(
            stage.database.one(
                "select extract(epoch from release_at - held_at) from held_action", Double.class))
        .isEqualTo(30, org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void aHideThatTellsNobodyGoesOutAtOnce() throws Exception {
    stage.receive(aComment("17").saying("you idiot"));
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.database.count("held_action")).isZero();
  }

  @Test
  void theSealLetsItGoWithTheTimeAtWhichItGoes() throws Exception {
    threat();
    stage.seal();
    assertThat(stage.orders())
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.action()).isEqualTo(PlatformAction.HIDE);
              assertThat(o.orderedAt()).isEqualTo(Stage.CLOCK.instant());
              assertThat(o.clause()).isEqualTo("3.1");
            });
    assertThat(action()).isEqualTo("hide-ordered");
    assertThat(history())
        .containsExactly("opened", "hide-held", "escalated", "evidence-sealed", "hide-ordered");
  }

  @Test
  void sealingTwiceOrReleasingAfterTheSealChangesNothing() throws Exception {
    threat();
    stage.seal();
    var before = stage.everything();
    stage.seal();
    makeDue();
    assertThat(stage.held.release()).isZero();
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void whatWaitedTooLongGoesAheadOnceAndIsMarked() throws Exception {
    threat();
    assertThat(stage.held.release()).as("not before its time").isZero();
    makeDue();
    assertThat(stage.held.release()).isEqualTo(1);
    assertThat(stage.held.release()).isZero();

    assertThat(stage.orders()).hasSize(1);
    assertThat(history())
        .containsExactly("opened", "hide-held", "escalated", "hidden-before-seal", "hide-ordered");
    assertThat(told()).containsExactly("hidden-before-seal", "hide-ordered");
    assertThat(stage.meters.get("hallmonitor.hides.released.without.seal").counter().count())
        .isEqualTo(1);
  }

  @Test
  void aSealThatComesAfterTheReleaseIsNotedAndOrdersNothing() throws Exception {
    threat();
    makeDue();
    stage.held.release();
    stage.seal();
    assertThat(stage.orders()).hasSize(1);
    assertThat(history()).endsWith("hide-ordered", "evidence-sealed");
  }

  @Test
  void theSealOfAnotherCaptureLetsNothingGo() throws Exception {
    threat();
    stage.hear(new EvidenceSealed(UUID.randomUUID(), CASE_ID, 9, "cd".repeat(32), NOON));
    assertThat(stage.orders()).isEmpty();
    assertThat(stage.database.count("evidence_seal")).isEqualTo(1);
  }

  @Test
  void twoInstancesThatReleaseAtTheSameTimeReleaseEachOnce() throws Exception {
    int comments = 300;
    stage.receive(
        IntStream.range(0, comments)
            .mapToObj(i -> aComment("c" + i).by("A" + i).saying("I will shoot you"))
            .toList());
    makeDue();
    int released = atOnce(4, () -> stage.held.release());
    assertThat(released).isEqualTo(comments);
    assertThat(stage.orders())
        .extracting(ActionOrdered::actionId)
        .doesNotHaveDuplicates()
        .hasSize(comments);
    assertThat(stage.database.count("held_action")).isZero();
  }

  @Test
  void aSealAndTheRoundAtTheSameTimeReleaseEachOnce() throws Exception {
    int comments = 100;
    stage.receive(
        IntStream.range(0, comments)
            .mapToObj(i -> aComment("c" + i).by("A" + i).saying("I will shoot you"))
            .toList());
    makeDue();
    atOnce(
        2,
        () -> {
          stage.seal();
          return stage.held.release();
        });
    stage.held.release();
    assertThat(stage.orders())
        .extracting(ActionOrdered::actionId)
        .doesNotHaveDuplicates()
        .hasSize(comments);
  }

  @Test
  void aRoundPassesOverACaseThatSomebodyIsAtWorkOn() throws Exception {
    threat();
    makeDue();
    try (Handle other = stage.database.jdbi().open()) {
      other.begin();
      other.execute("select 1 from review_case for update");
      assertThat(stage.held.release()).isZero();
      other.rollback();
    }
    assertThat(stage.held.release()).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackLengthensTheWaitByNoMoreThanOnce() throws Exception {
    threat();
    stage
        .database
        .jdbi()
        .useHandle(h -> h.execute("update held_action set release_at = now() + interval '1 day'"));
    stage.held.release();
    assertThat(
            stage.database.one(
                "select extract(epoch from release_at - clock_timestamp()) from held_action",
                Double.class))
        .isBetween(0.0, 30.0);
  }

  @Test
  void aRestoreWhileItWaitsCancelsIt() throws Exception {
    threat();
    cases.decide(new Decision(CASE_ID, 0, Kind.RESTORE, "novak", "A quote from the play."));
    stage.seal();
    makeDue();
    stage.held.release();

    assertThat(stage.orders()).isEmpty();
    assertThat(states()).containsExactly("cancelled");
    assertThat(stage.database.rows("select state, action_state from review_case"))
        .containsExactly(Map.of("state", "restored", "action_state", "none"));
    assertThat(history()).endsWith("hide-cancelled", "evidence-sealed");
    assertThat(told()).containsExactly("hide-cancelled");
  }

  @Test
  void aPersonWhoHidesMakesItGoAtOnceAndOnce() throws Exception {
    threat();
    cases.decide(new Decision(CASE_ID, 0, Kind.HIDE, "novak", ""));
    stage.seal();
    assertThat(stage.orders()).hasSize(1);
    assertThat(told()).containsExactly("hidden-before-seal", "hide-ordered");
    assertThat(stage.database.one("select state from review_case", String.class))
        .isEqualTo("hidden");
  }

  @Test
  void whatTheAuthorDeletedMeanwhileIsNotHidden() throws Exception {
    SeenComment comment = aComment("17").saying("I will shoot you");
    stage.receive(comment);
    stage.receive(comment.deletedAs("r2"));
    stage.seal();
    assertThat(stage.orders()).isEmpty();
    assertThat(action()).isEqualTo("gone");
  }

  @Test
  void anEditWhileItWaitsIsHiddenOnceWithTheFirst() throws Exception {
    SeenComment comment = aComment("17").saying("I will shoot you");
    stage.receive(comment);
    stage.receive(comment.editedTo("r2", "I will shoot you all"));
    stage.seal();
    assertThat(stage.orders()).hasSize(1);
    assertThat(stage.escalations()).hasSize(2);
  }

  @Test
  void whatWasHiddenThereAndShownAgainIsHiddenAgainOnceAlthoughItsAuthorChangesIt()
      throws Exception {
    SeenComment comment = aComment("17").saying("I will shoot you");
    stage.receive(comment);
    stage.receive(
        comment.readAs(Visibility.HIDDEN, 1),
        comment.readAs(Visibility.VISIBLE, 2),
        comment.readAs(Visibility.VISIBLE, 3).editedTo("r2", "I will shoot you all"));
    stage.seal();
    assertThat(stage.orders())
        .extracting(ActionOrdered::reason)
        .containsExactly("It was shown again on the platform, against the policy.");
    assertThat(states()).containsExactlyInAnyOrder("cancelled", "ordered");
  }

  private void threat() throws Exception {
    stage.receive(aComment("17").saying("I will shoot you"));
  }

  private void makeDue() {
    stage.database.jdbi().useHandle(h -> h.execute("update held_action set release_at = now()"));
  }

  private interface Work {
    int run() throws Exception;
  }

  private static int atOnce(int threads, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(work::run));
      }
      int sum = 0;
      for (Future<Integer> one : running) {
        sum += one.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  private String action() {
    return stage.database.one("select action_state from review_case", String.class);
  }

  private List<String> states() {
    return column("select state from ordered_action");
  }

  private List<String> history() {
    return column("select kind from case_event order by id");
  }

  private List<String> told() {
    return stage.caseEvents().stream().map(e -> ((CaseChanged) e).kind()).toList();
  }

  private List<String> column(String sql) {
    return stage.database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }
}
