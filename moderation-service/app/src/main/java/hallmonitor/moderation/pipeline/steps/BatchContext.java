package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionHash;
import hallmonitor.moderation.store.cases.CaseTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the archive holds about the comments of a batch before the batch is handled. It never
 * changes. A step that depends on what earlier records of the batch added keeps track of that
 * itself.
 *
 * @param comments the archived comments of the batch, and those that they answer
 * @param revisions of the batch's comments
 * @param cases of the batch's comments; locked until the transaction ends
 * @param threads what the authors of short comments wrote just before, oldest first
 */
public record BatchContext(
    List<CommentRow> comments,
    List<RevisionHash> revisions,
    List<Case> cases,
    List<CommentRow> threads) {
  /** Nothing is known. */
  public static final BatchContext EMPTY =
      new BatchContext(List.of(), List.of(), List.of(), List.of());

  public BatchContext {
    comments = List.copyOf(comments);
    revisions = List.copyOf(revisions);
    cases = List.copyOf(cases);
    threads = List.copyOf(threads);
  }

  /**
   * Loads the context. The batch's own comments are locked before anything else is read, so that a
   * disposal is either seen or waits.
   *
   * @param readTogether longest time between an author's comments that are read together; zero for
   *     never
   * @param readAhead how much later comments may be archived before the batch, because they were
   *     read ahead; zero if that does not matter
   */
  public static BatchContext load(
      Archive archive,
      CaseTable cases,
      List<CommentSeen> seen,
      Duration readTogether,
      Duration readAhead)
      throws SQLException {
    Set<CommentKey> keys = seen.stream().map(CommentTranslation::key).collect(Collectors.toSet());
    Set<CommentKey> parents = new HashSet<>();
    seen.forEach(s -> CommentTranslation.parent(s).ifPresent(parents::add));
    parents.removeAll(keys);
    List<CommentRow> comments = new ArrayList<>(archive.lockComments(keys));
    if (!parents.isEmpty()) {
      comments.addAll(archive.comments(parents));
    }
    return new BatchContext(
        comments,
        archive.revisions(keys),
        cases.lockByComments(keys),
        threads(archive, seen, readTogether, readAhead));
  }

  private static List<CommentRow> threads(
      Archive archive, List<CommentSeen> seen, Duration readTogether, Duration readAhead)
      throws SQLException {
    List<CommentSeen> pieces = seen.stream().filter(CommentTranslation::isPiece).toList();
    if (pieces.isEmpty() || readTogether.isZero()) {
      return List.of();
    }
    List<Instant> times = pieces.stream().map(CommentSeen::observedAt).sorted().toList();
    return archive.threads(
        pieces.stream().map(CommentTranslation::thread).collect(Collectors.toSet()),
        times.get(0).minus(readTogether),
        times.get(times.size() - 1).plus(readAhead));
  }
}
