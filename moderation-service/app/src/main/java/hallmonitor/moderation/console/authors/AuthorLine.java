package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.comments.PlaceInList;
import hallmonitor.moderation.console.pictures.PictureMark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on the page of its author.
 *
 * @param reply whether it answers another comment
 * @param outcome of its newest verdict; absent if it has none
 * @param waiting whether it waits for its second look
 * @param caseId absent if it has no case
 * @param state of its case
 * @param clause of its case
 * @param tips how often people reported it
 * @param pictured what is known of its pictures and videos; see {@link PictureMark}
 */
public record AuthorLine(
    String account,
    String commentId,
    String platform,
    String postId,
    String authorName,
    String latestText,
    @Nullable String postTitle,
    @Nullable String permalink,
    String visibility,
    boolean reply,
    @Nullable String outcome,
    boolean waiting,
    Instant firstSeenAt,
    @Nullable UUID caseId,
    @Nullable String state,
    @Nullable String clause,
    long tips,
    List<String> pictured) {
  private static final int SHOWN = 300;

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

  /** Returns a platform link that is safe to follow, or null. */
  public @Nullable String getLink() {
    return CaseView.webAddress(permalink);
  }

  PlaceInList place() {
    return new PlaceInList(firstSeenAt, new CommentKey(account, commentId));
  }
}
