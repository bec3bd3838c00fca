package hallmonitor.moderation.casework.past;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.casework.past.PastThread.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the thread of a moment says in cases that are easy to get wrong. */
class PastPostTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static Instant at(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  private static StandingComment comment(
      String id, @Nullable String parent, int read, PastSight... sights) {
    return new StandingComment(
        id,
        parent,
        at(read),
        Optional.empty(),
        List.of(new PastText("1", at(read))),
        List.of(sights));
  }

  private static PastSight sight(int minute, Visibility visibility) {
    return new PastSight(at(minute), visibility, Optional.empty());
  }

  private static PastSight confirmed(int minute, int ordered) {
    PastOrder order = new PastOrder(new UUID(0, ordered), at(ordered));
    return new PastSight(at(minute), Visibility.HIDDEN, Optional.of(order));
  }

  private static PastPost under(StandingComment... comments) {
    return new PastPost(Optional.empty(), List.of(), List.of(comments));
  }

  private static List<String> ids(PastThread thread) {
    return thread.entries().stream().map(e -> "  ".repeat(e.depth()) + e.comment().id()).toList();
  }

  private static PastSpell spell(PastPost post, int minute) {
    return post.at(at(minute)).entries().get(0).state().spell();
  }

  @Test
  void aCommentIsHiddenFromTheConfirmationOnUntilItIsShownAgain() {
    PastPost post = under(comment("a", null, 0, confirmed(5, 1), sight(9, Visibility.VISIBLE)));

    assertThat(spell(post, 4).visibility()).isEqualTo(Visibility.VISIBLE);
    assertThat(spell(post, 5))
        .isEqualTo(
            new PastSpell(
                Visibility.HIDDEN,
                at(5),
                Optional.of(at(9)),
                Optional.of(new PastOrder(new UUID(0, 1), at(1)))));
    assertThat(spell(post, 9).visibility()).isEqualTo(Visibility.VISIBLE);
  }

  @Test
  void aPollThatSeesTheHideBeforeItsConfirmationDoesNotMakeItSomeoneElses() {
    PastPost post = under(comment("a", null, 0, sight(4, Visibility.HIDDEN), confirmed(5, 1)));

    assertThat(spell(post, 4).order()).isPresent();
    assertThat(spell(post, 4).from()).isEqualTo(at(4));
  }

  @Test
  void anOrderThatWasGivenWhenItWasHiddenAlreadyIsNotTheCause() {
    PastPost post = under(comment("a", null, 0, sight(3, Visibility.HIDDEN), confirmed(6, 5)));

    assertThat(spell(post, 7).order()).isEmpty();
  }

  @Test
  void aTextThatReturnsCountsAgainFromThenOnAndIsNoChangeWhenItIsOnlyReadAgain() {
    PastPost post =
        under(
            new StandingComment(
                "a",
                null,
                at(0),
                Optional.empty(),
                List.of(
                    new PastText("1", at(9)),
                    new PastText("1", at(0)),
                    new PastText("2", at(5)),
                    new PastText("2", at(5)),
                    new PastText("1", at(7))),
                List.of()));

    assertThat(post.at(at(8)).entries().get(0).state().text()).contains(new PastText("1", at(7)));
    assertThat(post.at(at(9)).entries().get(0).state().before()).contains(new PastText("2", at(5)));
    assertThat(post.changeAfter(at(7))).isEmpty();
  }

  @Test
  void ofTwoTextsAtOneMomentTheLastCounts() {
    PastPost post =
        under(
            new StandingComment(
                "a",
                null,
                at(0),
                Optional.empty(),
                List.of(
                    new PastText("1", at(0)), new PastText("2", at(5)), new PastText("1", at(5))),
                List.of()));

    assertThat(post.at(at(5)).entries().get(0).state().text()).contains(new PastText("1", at(0)));
    assertThat(post.changeAfter(at(0))).isEmpty();
  }

  @Test
  void whatWasHiddenWhenItWasFirstReadWasNeverSeen() {
    PastPost post = under(comment("a", null, 0, sight(0, Visibility.HIDDEN)));

    assertThat(post.at(at(0)).publicly().entries()).isEmpty();
  }

  @Test
  void repliesThatWereSeenKeepThePlaceOfWhatTheyAnswer() {
    PastPost post =
        under(
            comment("a", null, 0, sight(5, Visibility.HIDDEN)),
            comment("b", "a", 1),
            comment("c", null, 2, sight(5, Visibility.DELETED)),
            comment("d", "c", 3, sight(5, Visibility.HIDDEN)));

    assertThat(ids(post.at(at(6)))).containsExactly("a", "  b", "c", "  d");
    assertThat(ids(post.at(at(6)).publicly())).containsExactly("a", "  b");
  }

  @Test
  void aReplyThatArrivedBeforeWhatItAnswersStandsAloneUntilThen() {
    PastPost post = under(comment("a", null, 5), comment("b", "a", 1), comment("c", "gone", 2));

    assertThat(ids(post.at(at(4)))).containsExactly("b", "c");
    assertThat(post.at(at(4)).entries()).allMatch(Entry::strayed);
    assertThat(ids(post.at(at(5)))).containsExactly("c", "a", "  b");
  }

  @Test
  void commentsThatAnswerEachOtherInACircleAreStillThere() {
    PastPost post =
        under(
            comment("a", "b", 0), comment("b", "a", 1), comment("c", "c", 2), comment("d", "b", 3));

    assertThat(ids(post.at(at(3)))).containsExactly("c", "a", "  b", "    d");
  }

  @Test
  void aDeepThreadNeedsNoDeepStack() {
    StandingComment[] chain = new StandingComment[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = comment("c" + i, i == 0 ? null : "c" + (i - 1), 0);
    }

    List<Entry> entries = under(chain).at(at(0)).entries();

    assertThat(entries.get(entries.size() - 1).depth()).isEqualTo(chain.length - 1);
  }

  @Test
  void thePlatformsOwnTimeCountsForWhatWasThereBeforeItsAccountWasRead() {
    StandingComment old =
        new StandingComment(
            "a",
            null,
            at(60),
            Optional.of(at(1)),
            List.of(new PastText("1", at(60))),
            List.of(sight(60, Visibility.HIDDEN)));
    PastPost post = under(old);

    assertThat(post.at(at(0)).entries()).isEmpty();
    Entry entry = post.at(at(1)).entries().get(0);
    assertThat(entry.state().assumed()).isTrue();
    assertThat(entry.state().seen()).as("it is taken to have been as it was read").isFalse();
    assertThat(post.beginning()).contains(at(1));
  }

  @Test
  void aPostStandsThereSinceItsOwnDateInItsFirstVersion() {
    PastPost post =
        new PastPost(
            Optional.of(at(0)),
            List.of(new PastText("2", at(20)), new PastText("1", at(10))),
            List.of());

    assertThat(post.at(at(-1)).post()).isEmpty();
    assertThat(post.at(at(5)).post()).map(PastText::name).contains("1");
    assertThat(post.at(at(20)).post()).map(PastText::name).contains("2");
    assertThat(post.at(at(20)).before()).map(PastText::name).contains("1");
    assertThat(post.changeBefore(at(20))).as("the first version is no change").contains(at(0));
  }
}
