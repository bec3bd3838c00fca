package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of a comment's evidence: everything known about it at the time of capture.
 *
 * @param seen the captured revision as the connector published it, with the platform's answer
 *     unchanged
 * @param earlier earlier revisions, oldest first
 * @param thread comments around it under the same post, including the parent but not the captured
 *     comment, oldest first, at most {@value #MOST_OF_THREAD}
 * @param threadCutShort whether the post has more comments than {@code thread} holds
 * @param clause the policy clause that caused it; empty if a person asked for it
 * @param policyVersion hash of the current policy file
 * @param modelVersion hash of the current model
 * @param cause {@code policy}, or the user name of the person who asked for it
 * @param archivedAt when the archive stored the revision, by the database's clock
 * @param capturedAt when this capture was put together, by the moderation service's clock
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
  /** Most thread comments in one capture. */
  public static final int MOST_OF_THREAD = 50;

  /**
   * An earlier text of the comment.
   *
   * @param raw the platform's answer, unchanged
   */
  public record Revision(
      String revision, CommentSeen.Kind kind, String text, String raw, Instant observedAt) {}

  /**
   * A comment of the thread.
   *
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
