package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.console.pictures.PictureMark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment in a list of all that were read.
 *
 * @param outcome of its newest verdict, such as {@code allow}; absent if it has none
 * @param waiting whether it waits for its second look
 * @param postTitle absent on platforms that have none
 * @param disposed whether its text was disposed of
 * @param caseId absent if it has no case
 * @param pictured what is known of its pictures and videos; see {@link PictureMark}
 */
public record ListedComment(
    String account,
    String commentId,
    String authorName,
    String latestText,
    @Nullable String postTitle,
    String visibility,
    @Nullable String outcome,
    boolean waiting,
    Instant firstSeenAt,
    boolean disposed,
    @Nullable UUID caseId,
    List<String> pictured) {
  private static final int SHOWN = 200;

  public MarkedText getText() {
    return MarkedText.of(latestText, List.of(), SHOWN);
  }

  /** Returns its pictures and videos, for its line of a list. */
  public PictureMark getMark() {
    return PictureMark.of(pictured);
  }

  /** Returns where to read all about it. */
  public String getHref() {
    return caseId == null
        ? "/comments/" + CommentAddress.of(account, commentId)
        : "/cases/" + caseId;
  }
}
