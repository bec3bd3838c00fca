package hallmonitor.local.practice;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One page of a list.
 *
 * @param posts empty for all; the same for the other sets
 * @param statuses what may appear; empty finds nothing
 * @param after exclusive bound in {@link SiteTime#local} seconds; {@code Long.MIN_VALUE} for none
 * @param before exclusive bound in {@link SiteTime#local} seconds; {@code Long.MAX_VALUE} for none
 * @param text must occur in the comment or its author's name; empty for any
 */
record CommentQuery(
    Set<Integer> posts,
    Set<Integer> parents,
    List<Integer> include,
    Set<Integer> exclude,
    Set<CommentStatus> statuses,
    long after,
    long before,
    String text,
    Order order,
    boolean descending,
    int limit,
    int offset) {

  /** By id is also by time: the store's clock never runs backwards. */
  enum Order {
    ID,
    POST,
    PARENT,
    INCLUDE
  }

  record Found(int total, List<PracticeComment> comments) {}

  boolean matches(PracticeComment comment) {
    return statuses.contains(comment.status())
        && (posts.isEmpty() || posts.contains(comment.post()))
        && (parents.isEmpty() || parents.contains(comment.parent()))
        && (include.isEmpty() || include.contains(comment.id()))
        && !exclude.contains(comment.id())
        && (text.isEmpty() || comment.raw().contains(text) || comment.name().contains(text));
  }

  Comparator<PracticeComment> comparator() {
    Comparator<PracticeComment> by =
        switch (order) {
          case POST -> Comparator.comparingInt(PracticeComment::post);
          case PARENT -> Comparator.comparingInt(PracticeComment::parent);
          case INCLUDE -> Comparator.comparingInt(comment -> include.indexOf(comment.id()));
          case ID -> Comparator.comparingInt(PracticeComment::id);
        };
    Comparator<PracticeComment> both = by.thenComparingInt(PracticeComment::id);
    return descending && order != Order.INCLUDE ? both.reversed() : both;
  }
}
