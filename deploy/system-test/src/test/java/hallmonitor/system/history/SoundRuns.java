package hallmonitor.system.history;

import hallmonitor.system.history.ClockHistory.Step;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Effect;
import hallmonitor.system.history.CommentHistory.Opened;
import hallmonitor.system.history.CommentHistory.Order;
import hallmonitor.system.history.CommentHistory.Revision;
import hallmonitor.system.history.CommentHistory.Seal;
import hallmonitor.system.history.CommentHistory.Text;
import hallmonitor.system.history.RunHistory.Promises;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random runs in which every promise holds. */
final class SoundRuns {
  static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
  static final Promises PROMISES =
      new Promises(
          Duration.ofSeconds(30),
          Duration.ofSeconds(45),
          Duration.ofSeconds(45),
          Duration.ofSeconds(15));

  private static final Duration STEP = Duration.ofSeconds(20);

  private SoundRuns() {}

  /** Returns the run of a seed, with at least one escalated comment, hidden and never edited. */
  static RunHistory of(long seed) {
    Random chance = new Random(seed);
    List<CommentHistory> comments = new ArrayList<>(List.of(escalated(chance, "0")));
    for (int n = 1; n <= chance.nextInt(6); n++) {
      comments.add(
          chance.nextBoolean()
              ? escalated(chance, Integer.toString(n))
              : edited(chance, Integer.toString(n)));
    }
    return new RunHistory(
        comments, List.of(clock(chance)), List.of(), START.plusSeconds(3_600), true, PROMISES);
  }

  /** A threat: sealed, hidden by the policy, and then decided about by people, to and fro. */
  private static CommentHistory escalated(Random chance, String id) {
    Instant sealed = later(START, chance, 10);
    Instant hidden = later(sealed, chance, 10);
    List<Order> orders = new ArrayList<>(List.of(new Order(sealed, START, Act.HIDE, true, true)));
    List<Effect> effects = new ArrayList<>(List.of(new Effect(hidden, Act.HIDE)));
    byPeople(chance, hidden, orders, effects);
    return new CommentHistory(
        id,
        List.of(new Text(START, "a threat #" + id, Optional.of("escalate"))),
        List.of(new Revision("a threat #" + id, Optional.of("escalate"), true)),
        orders,
        effects,
        Optional.of(new Opened(true, true)),
        Optional.of(new Seal(Optional.of(sealed), false)));
  }

  private static void byPeople(
      Random chance, Instant from, List<Order> orders, List<Effect> effects) {
    Instant now = from;
    Act last = Act.HIDE;
    for (int n = 0; n < chance.nextInt(4); n++) {
      Act next = chance.nextBoolean() ? Act.HIDE : Act.RESTORE;
      now = later(now, chance, 60);
      orders.add(new Order(now, now, next, false, true));
      if (next != last) {
        effects.add(new Effect(now.plusMillis(200), next));
      }
      last = next;
    }
  }

  /** A comment that its author edits, and that nobody acts on. */
  private static CommentHistory edited(Random chance, String id) {
    List<Text> texts = new ArrayList<>();
    List<Revision> revisions = new ArrayList<>();
    Instant at = START;
    for (int n = 0; n <= chance.nextInt(3); n++) {
      at = later(at, chance, 300).plus(PROMISES.read());
      String words = "version %d of #%s".formatted(n, id);
      texts.add(new Text(at, words, Optional.of("allow")));
      revisions.add(new Revision(words, Optional.of("allow"), false));
    }
    return new CommentHistory(
        id, texts, revisions, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** Nobody answers for a while, then someone does. */
  private static ClockHistory clock(Random chance) {
    List<Step> steps = new ArrayList<>();
    Instant at = START;
    for (int n = 0; n <= chance.nextInt(9); n++) {
      steps.add(new Step(at, Optional.of(at.plus(STEP))));
      at = later(at.plus(STEP), chance, 14);
    }
    steps.add(new Step(at, Optional.empty()));
    return new ClockHistory("e", START, List.of(later(START, chance, 40)), steps);
  }

  private static Instant later(Instant than, Random chance, int mostSeconds) {
    return than.plusMillis(1 + chance.nextInt(mostSeconds * 1_000));
  }
}
