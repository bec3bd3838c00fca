package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Revision;
import hallmonitor.system.history.CommentHistory.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was written is archived, and judged. */
final class ArchiveRules {
  private ArchiveRules() {}

  static List<BrokenPromise> violations(CommentHistory comment, RunHistory run) {
    List<BrokenPromise> found = new ArrayList<>();
    List<Revision> unread = new ArrayList<>(comment.revisions());
    for (int n = 0; n < comment.texts().size(); n++) {
      Text text = comment.texts().get(n);
      if (!unread.isEmpty() && unread.get(0).words().equals(text.words())) {
        judged(comment, text, unread.remove(0), run).ifPresent(found::add);
      } else if (n == comment.texts().size() - 1) {
        found.add(new BrokenPromise(Rule.COMMENT_LOST, comment.comment(), "written " + text.at()));
      } else if (stoodLongEnough(text, comment.texts().get(n + 1).at(), run)) {
        found.add(
            new BrokenPromise(Rule.REVISION_MISSING, comment.comment(), "written " + text.at()));
      }
    }
    for (Revision left : unread) {
      found.add(new BrokenPromise(Rule.NEVER_WRITTEN, comment.comment(), left.words()));
    }
    return found;
  }

  static long compared(CommentHistory comment) {
    return comment.revisions().stream()
        .filter(revision -> revision.outcome().isPresent())
        .filter(
            revision ->
                comment.texts().stream()
                    .anyMatch(
                        text ->
                            text.words().equals(revision.words()) && text.verdict().isPresent()))
        .count();
  }

  static long timed(CommentHistory comment, RunHistory run) {
    List<Text> texts = comment.texts();
    return IntStream.range(0, texts.size() - 1)
        .filter(n -> stoodLongEnough(texts.get(n), texts.get(n + 1).at(), run))
        .count();
  }

  private static boolean stoodLongEnough(Text text, Instant replaced, RunHistory run) {
    return run.undisturbed(text.at(), replaced).compareTo(run.promises().read()) > 0;
  }

  private static Optional<BrokenPromise> judged(
      CommentHistory comment, Text text, Revision revision, RunHistory run) {
    String outcome = revision.outcome().orElse("nothing");
    if (revision.outcome().isEmpty()) {
      return otherwise(comment, "never judged: " + text.words());
    } else if (run.compared() && text.verdict().isEmpty()) {
      return otherwise(comment, outcome + ", compared with nothing: " + text.words());
    }
    return text.verdict()
        .filter(verdict -> !verdict.equals(outcome))
        .flatMap(
            verdict ->
                otherwise(
                    comment, "%s instead of %s: %s".formatted(outcome, verdict, text.words())));
  }

  private static Optional<BrokenPromise> otherwise(CommentHistory comment, String what) {
    return Optional.of(new BrokenPromise(Rule.JUDGED_OTHERWISE, comment.comment(), what));
  }
}
