package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.EditWatch;
import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that edits are found long after anyone expects them. */
class OlderCommentsTest extends PollerTests {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private void written(String id) {
    source.write(id, "innocent", clock.instant());
    run(A_MOMENT);
  }

  private EditWatch watch() {
    return poller.state().edits().orElseThrow();
  }

  /** Returns how many pages with a comment of an age were read after some others. */
  private long reads(Duration age, int after) {
    Instant written = clock.instant().minus(age);
    return source.spans().stream()
        .skip(after)
        .filter(s -> s.holds(written) && !s.holds(clock.instant().minus(SweepPlan.WINDOW)))
        .count();
  }

  @Test
  void anInnocentCommentThatIsEditedToAbuseAfter49HoursIsFound() {
    written("c");
    clock.pass(Duration.ofHours(49));
    run(Duration.ofMinutes(5));
    source.edit("c", "abuse");
    run(Duration.ofMinutes(15));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.EDITED);
    assertThat(log.comments("c").get(1).lane()).isEqualTo(Lane.RECONCILE);
  }

  @Test
  void anEditOnTheFiftyNinthDayIsFoundWithinADay() {
    written("c");
    clock.pass(Duration.ofDays(59));
    source.edit("c", "abuse");
    run(Duration.ofHours(13));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.EDITED);
  }

  @Test
  void anOldCommentThatIsMissingIsDeletedOnceThePlatformSaysSo() {
    written("c");
    clock.pass(Duration.ofDays(10));
    source.remove("c");
    run(Duration.ofHours(3));
    assertThat(source.calls()).contains("look c");
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.DELETED);
  }

  @Test
  void theOlderTheCommentsTheLessOftenTheyAreReadAgain() {
    written("oldest");
    clock.pass(Duration.ofDays(37));
    written("middle");
    clock.pass(Duration.ofDays(3));
    run(Duration.ofMinutes(2));
    int before = source.spans().size();
    run(Duration.ofHours(13));
    assertThat(reads(Duration.ofDays(3), before)).as("every ten minutes").isBetween(70L, 80L);
    assertThat(reads(Duration.ofDays(40), before)).as("every twelve hours").isEqualTo(1);
    assertThat(reads(Duration.ofDays(12), before)).as("nothing is known of that time").isZero();
  }

  @Test
  void aNewOwnerLooksAtWhatTheOldOneRemembered() {
    written("c");
    clock.pass(Duration.ofDays(20));
    source.edit("c", "abuse");
    poller = poller(Optional.empty());
    run(Duration.ofMinutes(2));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.EDITED);
  }

  @Test
  void whatWasWrittenBeforeTheAccountWasFirstReadIsNoNews() {
    source.write("before", "old", clock.instant().minus(Duration.ofDays(3)));
    source.write("c", "innocent", clock.instant());
    log.skipLive("2");
    poller = poller(Optional.empty());
    run(A_MOMENT);
    clock.pass(Duration.ofDays(3));
    run(Duration.ofHours(1));
    assertThat(log.comments("c")).hasSize(1);
    assertThat(log.comments("before")).isEmpty();
  }

  @Test
  void aCommentThatThePlatformShowsLateIsNews() {
    written("c");
    Instant then = clock.instant();
    clock.pass(Duration.ofDays(5));
    run(A_MOMENT);
    source.showLate("late", "abuse", then);
    run(Duration.ofHours(1));
    assertThat(kinds("late")).containsExactly(Kind.CREATED);
  }

  @Test
  void olderCommentsWaitWhileThePlatformsAllowanceIsLow() {
    written("c");
    clock.pass(Duration.ofDays(10));
    run(A_MOMENT);
    int before = source.spans().size();
    budget.learnShare(Use.OLDER.leaves(), Duration.ofHours(6));
    run(Duration.ofHours(5));
    assertThat(reads(Duration.ofDays(10), before)).isZero();
    run(Duration.ofHours(2));
    assertThat(reads(Duration.ofDays(10), before)).isEqualTo(1);
  }

  @Test
  void anAccountSaysHowLongEditsAreLookedForAndWhenTheOldestWereReadLast() {
    written("c");
    assertThat(watch()).isEqualTo(new EditWatch(60, Optional.empty()));
    run(Duration.ofMinutes(2));
    assertThat(watch().sweptAt()).isPresent();
    source.rereads(Duration.ofDays(7));
    run(A_MOMENT);
    assertThat(watch().days()).isEqualTo(7);
  }

  @Test
  void whereNothingCanBeReadAgainNoEditIsLookedFor() {
    source.rereads(Duration.ZERO);
    written("c");
    clock.pass(Duration.ofHours(49));
    run(Duration.ofMinutes(10));
    assertThat(source.spans()).isEmpty();
    assertThat(watch().days()).isZero();
  }

  @Test
  void aSweepWhoseCursorThePlatformRefusesBeginsAnew() {
    for (int i = 0; i < 5; i++) {
      written("c" + i);
    }
    clock.pass(Duration.ofDays(10));
    source.edit("c4", "abuse");
    source.failAlways("reconcile 3", new Fault.Rejected("The cursor is too old."));
    run(Duration.ofMinutes(30));
    assertThat(source.calls().stream().filter("reconcile 3"::equals))
        .as("not again and again")
        .hasSize(1);
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
    source.failAlways("", new Fault.Rejected(""));
    run(Duration.ofHours(2));
    assertThat(kinds("c4")).containsExactly(Kind.CREATED, Kind.EDITED);
  }

  @Test
  void whileAPageOfOldCommentsFailsNewOnesAreRead() {
    written("c");
    clock.pass(Duration.ofDays(10));
    source.failAlways("old", new Fault.Transient("No answer in time."));
    run(Duration.ofMinutes(10));
    assertThat(source.calls().stream().filter("old"::equals))
        .as("once a minute")
        .hasSizeBetween(2, 11);
  }

  @Test
  void whatWasHiddenHereAndShownAgainBeforeItsNextSweepIsFound() {
    written("c");
    clock.pass(Duration.ofDays(40));
    run(Duration.ofMinutes(2));
    source.show("c", Visibility.HIDDEN);
    poller.acted("c");
    run(Duration.ofMinutes(1));
    source.show("c", Visibility.VISIBLE);
    run(Duration.ofHours(13));
    assertThat(log.comments("c"))
        .extracting(CommentSeen::visibility)
        .containsExactly(Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VISIBLE);
  }
}
