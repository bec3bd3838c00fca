package hallmonitor.moderation.console.search;

import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureMark;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment, edit, deletion or post that was found.
 *
 * @param at when it was seen, or written if it is of an account's history
 * @param postId the platform's id of the post, or of the comment's post
 * @param authorName empty for a post
 * @param postTitle of the post, or of the comment's post; absent on platforms that have none
 * @param visibility of the comment now; absent for a post
 * @param outcome of the revision's verdict; absent for a post and for a deletion
 * @param state of its case; absent if it has none
 * @param pictured what is known of its pictures and videos; see {@link PictureMark}
 * @param pictureWords what was read in them; empty for a post
 */
public record FoundText(
    Instant at,
    String account,
    String itemId,
    String postId,
    String kind,
    String body,
    String authorName,
    @Nullable String postTitle,
    @Nullable String permalink,
    @Nullable String visibility,
    @Nullable String outcome,
    @Nullable UUID caseId,
    @Nullable String state,
    List<String> pictured,
    String pictureWords) {
  public boolean isPost() {
    return kind.equals("post");
  }

  /** Returns its pictures and videos, for its line of a list. */
  public PictureMark getMark() {
    return PictureMark.of(pictured);
  }

  /** Returns the page with its thread and all its revisions; absent for a post. */
  public @Nullable String getHref() {
    if (isPost()) {
      return null;
    }
    return caseId == null ? "/comments/" + CommentAddress.of(account, itemId) : "/cases/" + caseId;
  }

  /** Returns a platform link that is safe to follow, or null. */
  public @Nullable String getLink() {
    return CaseView.webAddress(permalink);
  }
}
