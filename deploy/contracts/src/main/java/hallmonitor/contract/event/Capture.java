package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What evidence of a comment is made of: everything that was known of it when it was captured.
 *
 * @param seen the record of the captured revision as the connector published it, with the
 *     platform's own answer unchanged
 * @param earlier revisions that were seen before it, oldest first
 * @param thread comments under the same post around it, the parent among them, oldest first, at
 *     most {@value #MOST_OF_THREAD}; the captured comment is not among them
 * @param threadCutShort whether the post has more comments than {@code thread} holds
 * @param clause the policy clause that caused it; empty when a person asked for it
 * @param policyVersion hash of the policy file in force
 * @param modelVersion hash of the model in force
 * @param cause {@code policy}, or the user name of the person who asked for it
 * @param archivedAt when the archive took the revision in, by the clock of the database
 * @param capturedAt when this was put together, by the clock of the moderation service
 */
public record Capture(
    CommentSeen seen,
    List<Revision> earlier,
    List<ThreadComment> thread,
    boolean threadCutShort,
    String clause,
    String policyVersion,
    String modelVersion,
    String cause,
    Optional<Instant> archivedAt,
    Instant capturedAt) {
  /** Most comments of the thread in one capture. */
  public static final int MOST_OF_THREAD = 50;

  /**
   * An earlier text of the comment.
   *
   * @param raw the platform's answer, unchanged
   */
  public record Revision(
      String revision, CommentSeen.Kind kind, String text, String raw, Instant observedAt) {}

  /**
   * @param id the platform's id
   * @param parent the platform id of the comment that it answers
   */
  public record ThreadComment(
      String id, Optional<String> parent, String authorName, String text, Instant firstSeenAt) {}

  public Capture {
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(capturedAt, "capturedAt");
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
    thread = thread == null ? List.of() : List.copyOf(thread);
    clause = clause == null ? "" : clause;
    archivedAt = archivedAt == null ? Optional.empty() : archivedAt;
  }
}
