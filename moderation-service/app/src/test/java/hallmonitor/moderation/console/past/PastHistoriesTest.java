package hallmonitor.moderation.console.past;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.past.PastPost;
import hallmonitor.moderation.casework.past.PastSpell;
import hallmonitor.moderation.casework.past.PastThread.Entry;
import hallmonitor.moderation.casework.past.PlayedHistory;
import hallmonitor.moderation.casework.past.PlayedHistory.Event;
import hallmonitor.moderation.casework.past.PlayedHistory.What;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A thousand random histories are read by the pipeline as connectors and platforms report them, and
 * then asked for as the page asks. Each moment is as playing the events one by one leads to.
 */
class PastHistoriesTest {
  private static final int HISTORIES = 1_000;
  private static final int SECONDS = 30;
  private static final int MOMENTS = 4;
  private static final Sight ALL = new Sight(Scope.EVERYWHERE, List.of());

  private final ReportedHistories reported = new ReportedHistories();

  @Test
  void everyMomentIsAsItWasReported() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<PlayedHistory> histories =
        IntStream.range(0, HISTORIES).mapToObj(i -> history(random)).toList();

    for (int second = 0; second < SECONDS; second++) {
      reported.report(histories, second);
    }

    reported
        .database()
        .useHandle(
            h -> {
              for (int i = 0; i < HISTORIES; i++) {
                PastPost post = PastQueries.read(h, key(i), ALL);
                for (int moment = 0; moment < MOMENTS; moment++) {
                  isAsPlayed(post, histories.get(i), i, random.nextInt(SECONDS), seed);
                }
              }
            });
  }

  private static void isAsPlayed(
      PastPost post, PlayedHistory played, int i, int second, long seed) {
    var thread = post.at(PlayedHistory.START.plusSeconds(second));
    String which = "history %d of seed %d in second %d: %s".formatted(i, seed, second, played);
    assertThat(told(thread.entries(), i)).as(which).isEqualTo(comments(played, second, false));
    assertThat(told(thread.publicly().entries(), i))
        .as("publicly, " + which)
        .isEqualTo(comments(played, second, true));
  }

  private static CommentKey key(int history) {
    return new CommentKey("practice", ReportedHistories.post(history));
  }

  /** The first line is that of the post. */
  private static List<String> comments(PlayedHistory history, int second, boolean publicly) {
    List<String> lines = history.played(second, publicly);
    return lines.subList(1, lines.size());
  }

  private static List<String> told(List<Entry> entries, int history) {
    return entries.stream().map(entry -> line(entry, history)).toList();
  }

  private static String line(Entry entry, int history) {
    PastSpell spell = entry.state().spell();
    return PlayedHistory.line(
        entry.depth(),
        ReportedHistories.event(entry.comment().id(), history),
        entry.state().text().orElseThrow().name(),
        spell.visibility(),
        spell.from(),
        spell.order().map(o -> ReportedHistories.event(o.actionId()).toString()).orElse(""));
  }

  /** One event a second at most. No connector reports an edit of what is deleted. */
  private static PlayedHistory history(Random random) {
    List<Event> events = new ArrayList<>();
    Set<Integer> deleted = new HashSet<>();
    for (int second = 0; second < SECONDS; second++) {
      What what = What.values()[random.nextInt(What.values().length)];
      int comment = random.nextInt(6);
      int parent = Math.min(random.nextInt(-1, 5), comment - 1);
      boolean edit = what == What.EDITED || what == What.RETURNED;
      if (what == What.POST_READ || edit && deleted.contains(comment)) {
        continue;
      }
      if (what == What.SEEN_DELETED) {
        deleted.add(comment);
      } else if (what.compareTo(What.RETURNED) > 0) {
        deleted.remove(comment);
      }
      events.add(new Event(0, second, what, comment, parent, random.nextInt(20)));
    }
    return PlayedHistory.of(events);
  }
}
