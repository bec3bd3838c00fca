package hallmonitor.moderation.casework.past;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.past.PastThread.Entry;
import hallmonitor.moderation.casework.past.PlayedHistory.Event;
import hallmonitor.moderation.casework.past.PlayedHistory.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares the thread of any moment with what playing the events one by one leads to. */
class PastPostPropertyTest {
  private static final int SECONDS = 60;

  @Property(tries = 1_000)
  void theThreadOfAnyMomentIsWhatPlayingTheEventsLeadsTo(
      @ForAll("histories") PlayedHistory history,
      @ForAll @IntRange(max = SECONDS) int second,
      @ForAll Random arrival) {
    PastThread thread = inAnyOrder(history.archived(), arrival).at(moment(second));

    assertThat(told(thread)).isEqualTo(history.played(second, false));
    assertThat(told(thread.publicly())).isEqualTo(history.played(second, true));
  }

  @Property(tries = 1_000)
  void nothingChangesBetweenTwoStepsAndSomethingDoesAtEach(
      @ForAll("histories") PlayedHistory history, @ForAll @IntRange(max = SECONDS) int second) {
    PastPost post = history.archived();
    Instant until = post.changeAfter(moment(second)).orElse(moment(SECONDS + 1));
    for (int s = second; moment(s).isBefore(until); s++) {
      assertThat(history.played(s, false)).isEqualTo(history.played(second, false));
    }
    post.changeAfter(moment(second))
        .ifPresent(
            next -> {
              assertThat(told(post.at(next))).isNotEqualTo(told(post.at(moment(second))));
              assertThat(post.changeBefore(next).orElse(moment(second)))
                  .isBeforeOrEqualTo(moment(second));
            });
  }

  private static Instant moment(int second) {
    return PlayedHistory.START.plusSeconds(second);
  }

  private static List<String> told(PastThread thread) {
    return Stream.concat(
            Stream.of("post " + thread.post().map(PastText::name).orElse("")),
            thread.entries().stream().map(PastPostPropertyTest::line))
        .toList();
  }

  private static String line(Entry entry) {
    PastSpell spell = entry.state().spell();
    return PlayedHistory.line(
        entry.depth(),
        entry.comment().id(),
        entry.state().text().orElseThrow().name(),
        spell.visibility(),
        spell.from(),
        spell.order().map(o -> o.actionId().toString()).orElse(""));
  }

  /**
   * The archive keeps what arrives late beside what arrived before it. Only what happened at one
   * moment keeps its order.
   */
  private static PastPost inAnyOrder(PastPost post, Random arrival) {
    List<StandingComment> comments = new ArrayList<>();
    for (StandingComment c : post.comments()) {
      comments.add(
          new StandingComment(
              c.id(),
              c.parent(),
              c.firstRead(),
              c.written(),
              shuffled(c.texts(), PastText::at, arrival),
              shuffled(c.sights(), PastSight::at, arrival)));
    }
    Collections.shuffle(comments, arrival);
    return new PastPost(post.written(), shuffled(post.versions(), PastText::at, arrival), comments);
  }

  private static <T> List<T> shuffled(List<T> list, Function<T, Instant> at, Random random) {
    List<List<T>> moments = new ArrayList<>(list.stream().collect(groupingBy(at)).values());
    Collections.shuffle(moments, random);
    return moments.stream().flatMap(List::stream).toList();
  }

  /** Many events share a second, and a comment answers only comments with smaller numbers. */
  @Provide
  Arbitrary<PlayedHistory> histories() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(0, SECONDS),
                Arbitraries.of(What.values()),
                Arbitraries.integers().between(0, 11),
                Arbitraries.integers().between(-1, 10),
                Arbitraries.integers().between(0, 20))
            .as(
                (at, what, comment, parent, earlier) ->
                    new Event(0, at, what, comment, Math.min(parent, comment - 1), earlier));
    return event.list().ofMaxSize(100).map(PlayedHistory::of);
  }
}
