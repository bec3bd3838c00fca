package hallmonitor.system.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one comment, each list in the order in which it happened.
 *
 * @param comment the platform's id
 * @param texts what its author wrote, by the platform's own journal; at least one
 * @param revisions what the archive holds
 * @param orders orders to hide or to show it that were not canceled, from the policy or from people
 * @param effects changes of its visibility by Hall Monitor, by the platform's own journal
 * @param opened what its case led to, canceled orders too; empty if it has no case
 * @param seal the evidence of its escalation; empty if it was not escalated
 */
public record CommentHistory(
    String comment,
    List<Text> texts,
    List<Revision> revisions,
    List<Order> orders,
    List<Effect> effects,
    Optional<Opened> opened,
    Optional<Seal> seal) {

  /** What can be done to a comment and undone. */
  public enum Act {
    HIDE,
    RESTORE
  }

  /**
   * A text of the comment.
   *
   * @param verdict the outcome for this text in a run without faults; empty if unknown
   */
  public record Text(Instant at, String words, Optional<String> verdict) {}

  /**
   * An archived revision.
   *
   * @param outcome allow, review, hide or escalate; empty if it was not judged
   * @param hides whether a clause of its verdict hides
   */
  public record Revision(String words, Optional<String> outcome, boolean hides) {}

  /**
   * An order.
   *
   * @param seen when the revision that caused it was read; two revisions of a comment never share
   *     it
   * @param byPolicy whether no person gave it
   * @param carriedOut whether the service that carries out orders said so
   */
  public record Order(Instant at, Instant seen, Act act, boolean byPolicy, boolean carriedOut) {}

  /** A change of visibility. */
  public record Effect(Instant at, Act act) {}

  /**
   * What a case led to.
   *
   * @param hide whether a hide was ordered, by the policy or a person
   * @param escalation whether it was escalated
   */
  public record Opened(boolean hide, boolean escalation) {}

  /**
   * The evidence of an escalated comment.
   *
   * @param at when it was sealed; empty if it was not
   * @param hiddenWithout whether the record says that the hide went ahead without the seal
   */
  public record Seal(Optional<Instant> at, boolean hiddenWithout) {}

  public CommentHistory {
    texts = List.copyOf(texts);
    revisions = List.copyOf(revisions);
    orders = List.copyOf(orders);
    effects = List.copyOf(effects);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("comment " + comment + " was never written");
    }
  }

  /** Returns the newest text. */
  Text newest() {
    return texts.get(texts.size() - 1);
  }
}
