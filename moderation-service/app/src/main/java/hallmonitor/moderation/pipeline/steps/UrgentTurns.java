package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.AuthorThread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Selects what goes ahead of its turn, and in which steps: the dangerous comments, the most
 * dangerous first, each with what is needed to judge and to prove it, as far as it was read with
 * it: its other revisions, the comments that it answers, and what its author wrote in pieces. Pure.
 */
public final class UrgentTurns {
  private final List<CommentSeen> read;
  private final Map<CommentKey, List<Integer>> revisions = new HashMap<>();
  private final Map<AuthorThread, List<Integer>> pieces = new HashMap<>();

  private UrgentTurns(List<CommentSeen> read) {
    this.read = read;
    for (int i = 0; i < read.size(); i++) {
      CommentSeen seen = read.get(i);
      revisions.computeIfAbsent(CommentTranslation.key(seen), k -> new ArrayList<>(1)).add(i);
      if (CommentTranslation.isPiece(seen)) {
        pieces.computeIfAbsent(CommentTranslation.thread(seen), t -> new ArrayList<>(1)).add(i);
      }
    }
  }

  /**
   * Returns the places of comments in the list, in its order within each turn.
   *
   * @param read in order
   * @param verdicts on some of them
   * @param danger from which on a comment goes ahead, from 0 to 1
   * @param most of a turn, but for what belongs to its last comment
   */
  public static List<List<Integer>> of(
      List<CommentSeen> read, List<CommentVerdict> verdicts, double danger, int most) {
    UrgentTurns turns = new UrgentTurns(read);
    TreeSet<Integer> before = new TreeSet<>();
    List<List<Integer>> all = new ArrayList<>();
    TreeSet<Integer> turn = new TreeSet<>();
    for (CommentVerdict judged : byUrgency(verdicts, danger)) {
      SortedSet<Integer> more = turns.with(judged.key());
      more.removeAll(before);
      turn.addAll(more);
      before.addAll(more);
      if (turn.size() >= most) {
        all.add(List.copyOf(turn));
        turn.clear();
      }
    }
    if (!turn.isEmpty()) {
      all.add(List.copyOf(turn));
    }
    return all;
  }

  private static List<CommentVerdict> byUrgency(List<CommentVerdict> verdicts, double danger) {
    return verdicts.stream()
        .filter(judged -> judged.escalates() || judged.danger().orElse(0) >= danger)
        .sorted(
            Comparator.comparing(CommentVerdict::escalates)
                .thenComparing(judged -> judged.danger().orElse(0))
                .reversed())
        .toList();
  }

  private SortedSet<Integer> with(CommentKey comment) {
    SortedSet<Integer> belonging = new TreeSet<>();
    Optional<CommentKey> present = Optional.of(comment);
    while (present.isPresent() && revisions.containsKey(present.get())) {
      List<Integer> places = revisions.getOrDefault(present.get(), List.of());
      if (!belonging.addAll(places)) {
        break; // a platform may let comments answer each other
      }
      present = CommentTranslation.parent(read.get(places.get(0)));
    }
    for (int place : revisions.getOrDefault(comment, List.of())) {
      List<Integer> written =
          pieces.getOrDefault(CommentTranslation.thread(read.get(place)), List.of());
      int end = Math.min(written.size(), written.indexOf(place) + 1);
      belonging.addAll(written.subList(Math.max(0, end - AuthorThread.MOST_COMMENTS), end));
    }
    return belonging;
  }
}
