package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.CategoryFindings;
import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ReadingOrder;
import hallmonitor.moderation.store.archive.FindingsJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment without a case, with the verdict that allowed it.
 *
 * @param body its newest text, which the findings refer to
 * @param attachments links to media of it, as a stranger wrote them
 * @param postTitle absent on platforms that have none
 * @param waiting whether it waits for its second look
 * @param disposed whether that was disposed of
 * @param caseId absent as long as it has no case
 */
public record CommentView(
    String account,
    String commentId,
    String platform,
    String postId,
    @Nullable String postTitle,
    String authorName,
    @Nullable String permalink,
    String visibility,
    Instant firstSeenAt,
    String body,
    List<String> attachments,
    String language,
    String findingsJson,
    String policyVersion,
    Instant judgedAt,
    boolean waiting,
    boolean fromHistory,
    boolean disposed,
    @Nullable UUID caseId) {
  private static final int WHOLE = 2_000;

  /** A sign with a lower probability means nothing to a person. */
  private static final double FLOOR = .005;

  private static final int MOST_SIGNS = 5;

  public CommentView {
    attachments = List.copyOf(attachments);
  }

  public CommentKey getKey() {
    return new CommentKey(account, commentId);
  }

  public String getAddress() {
    return CommentAddress.of(account, commentId);
  }

  public MarkedText getText() {
    return MarkedText.of(body, List.of(), WHOLE);
  }

  /** Returns the first pictures. */
  public List<PictureLink> getPictures() {
    return PictureLink.ofComment(attachments);
  }

  /** Returns the addresses of the others. */
  public List<String> getMorePictures() {
    return attachments.subList(getPictures().size(), attachments.size());
  }

  /** Returns what came closest to a clause, the surest first. */
  public List<CategoryFindings> getSigns() {
    List<Finding> told =
        ReadingOrder.of(FindingsJson.read(findingsJson)).stream()
            .filter(f -> f.score() >= FLOOR)
            .toList();
    return CategoryFindings.of(told).stream().limit(MOST_SIGNS).toList();
  }

  /** Returns a platform link that is safe to follow, or null. */
  public @Nullable String getLink() {
    return CaseView.webAddress(permalink);
  }
}
