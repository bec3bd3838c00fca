package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that what readers see of a comment is published whenever it changes. */
class VisibilityTest extends PollerTests {
  @BeforeEach
  void aHiddenComment() {
    source.write("c", "text", clock.instant());
    run(Duration.ofSeconds(1));
    source.show("c", Visibility.HIDDEN);
    run(Duration.ofSeconds(5));
  }

  private List<Visibility> states() {
    return log.comments("c").stream().map(CommentSeen::visibility).toList();
  }

  @Test
  void aCommentThatIsHiddenAndShownAgainIsNewsEachTime() {
    source.show("c", Visibility.VISIBLE);
    run(Duration.ofSeconds(5));
    assertThat(states()).containsExactly(Visibility.VISIBLE, Visibility.HIDDEN, Visibility.VISIBLE);
    assertThat(kinds("c"))
        .containsExactly(Kind.CREATED, Kind.VISIBILITY_CHANGED, Kind.VISIBILITY_CHANGED);
    run(Duration.ofMinutes(2));
    assertThat(states()).hasSize(3);
  }

  @Test
  void anOldCopyOfAListIsNotBelieved() {
    source.showOldLists(true);
    run(Duration.ofMinutes(1));
    assertThat(source.calls()).contains("look c");
    assertThat(states()).containsExactly(Visibility.VISIBLE, Visibility.HIDDEN);
  }

  @Test
  void anOldCommentThatIsShownAgainIsFound() {
    clock.pass(Duration.ofDays(30));
    source.show("c", Visibility.VISIBLE);
    run(Duration.ofHours(7));
    assertThat(states()).endsWith(Visibility.HIDDEN, Visibility.VISIBLE);
  }

  @Test
  void aNewOwnerKnowsWhatTheOldOneSaw() {
    poller = poller(Optional.empty());
    run(Duration.ofMinutes(1));
    assertThat(states()).hasSize(2);
  }

  @Test
  void aStateIsNoCommentOfItsOwn() {
    var last = poller.state().lastCommentAt();
    source.show("c", Visibility.VISIBLE);
    run(Duration.ofSeconds(5));
    assertThat(states()).hasSize(3);
    assertThat(poller.state().lastCommentAt()).isEqualTo(last);
  }

  @Test
  void aStateCountsFromWhenThePlatformWasAskedSinceAnActMayOvertakeItsAnswer() {
    List<Instant> asked = new ArrayList<>();
    source.onCall(
        () -> {
          asked.add(clock.instant());
          clock.pass(Duration.ofSeconds(3));
        });
    source.show("c", Visibility.VISIBLE);
    run(Duration.ofMinutes(1));
    assertThat(states()).hasSize(3);
    assertThat(asked).contains(log.comments("c").get(2).observedAt());
  }
}
