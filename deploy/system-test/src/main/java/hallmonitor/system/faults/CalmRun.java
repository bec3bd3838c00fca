package hallmonitor.system.faults;

import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.PracticeComment;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.faults.PlatformJournal.Entry;
import hallmonitor.system.faults.PlatformJournal.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same comments again, on a stack of their own, where nothing fails and nobody acts. */
final class CalmRun {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration SHORT_MOMENT = Duration.ofMillis(50);
  private static final Duration BETWEEN = Duration.ofMillis(15);

  private CalmRun() {}

  private record Writing(Entry comment, Said said) {
    boolean isFirst() {
      return before() == 0;
    }

    /** Returns how many texts of the comment came before. */
    int before() {
      return comment.said().indexOf(said);
    }
  }

  /**
   * Returns the outcome of each text of each comment.
   *
   * @throws IllegalStateException if not everything is judged after ten minutes
   */
  static Map<String, String> verdicts(PlatformJournal journal) {
    try (FaultyParts parts = new FaultyParts();
        ScratchStack stack = ScratchStack.start(FaultSettings::configured, parts)) {
      CommentStore comments = parts.platform().comments();
      for (Writing one : inOrder(journal)) {
        if (!one.isFirst()) {
          awaitArchived(one.before(), one.comment(), stack);
        }
        write(one, comments);
        Pause.of(BETWEEN);
      }
      orBroken(Pause.until(LONGEST, MOMENT, new Rest(stack)::judged));
      return new RunReader(stack.archive(), Set.of()).verdicts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that is replaced before it is read would have no verdict to compare. */
  private static void awaitArchived(int texts, Entry comment, ScratchStack stack) {
    orBroken(
        Pause.until(
            LONGEST, SHORT_MOMENT, () -> stack.archive().revisionsOf(comment.id()) >= texts));
  }

  private static void orBroken(boolean inTime) {
    if (!inTime) {
      throw new IllegalStateException(
          "the run without faults did not judge everything within ten minutes, so nothing can be"
              + " compared");
    }
  }

  private static List<Writing> inOrder(PlatformJournal journal) {
    return journal.entries().stream()
        .flatMap(entry -> entry.said().stream().map(said -> new Writing(entry, said)))
        .sorted(Comparator.comparing(one -> one.said().at()))
        .toList();
  }

  private static void write(Writing one, CommentStore comments) throws IOException {
    Entry comment = one.comment();
    if (one.isFirst()) {
      comments.create(
          new PracticeComment.Draft(
              comment.post(), comment.parent(), comment.name(), "", "", one.said().raw(), 0, 0));
    } else {
      comments.edit(comment.id(), one.said().raw());
    }
  }
}
