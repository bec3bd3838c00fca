package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * An item that a request found, with its text.
 *
 * @param number within its request
 * @param kind comment, reply, edit, deletion or post
 * @param textHash the same for equal texts
 * @param ground for which it is withheld, as worded then; of what was withheld before words were
 *     kept only the id; all empty unless it is withheld
 * @param redactions how many are in effect
 * @param withheldBefore whether an earlier answer withheld it, as a whole or in part
 * @param caseId null without a case
 * @param caseState of the case; empty without one
 * @param clause that it is about; empty without one
 * @param category of the case; empty without one
 * @param danger whether someone may come to harm: nobody said that it is no violation
 * @param body null if the archive no longer has it
 * @param attachments addresses of its pictures and videos, as a stranger wrote them
 */
public record ReviewItem(
    long itemNo,
    long number,
    String account,
    String itemId,
    String kind,
    Instant seenAt,
    String textHash,
    String state,
    @Nested("ground") LegalGround ground,
    String note,
    String decidedBy,
    @Nullable Instant decidedAt,
    int version,
    int redactions,
    boolean withheldBefore,
    @Nullable UUID caseId,
    String caseState,
    String clause,
    String category,
    boolean danger,
    @Nullable String body,
    List<String> attachments,
    String authorName,
    String visibility,
    @Nullable String postTitle) {
  public ReviewItem {
    attachments = List.copyOf(attachments);
  }

  /** Returns its text; empty if the archive no longer has it. */
  String text() {
    return body == null ? "" : body;
  }

  /** Returns the title of its post; empty without one. */
  String title() {
    return postTitle == null ? "" : postTitle;
  }

  public boolean isPost() {
    return kind.equals("post");
  }

  /** Returns whether its text was disposed of. */
  boolean isDisposed() {
    return textHash.isEmpty();
  }

  /** Returns whether the archive's text is another one than the request found. */
  boolean isOtherText() {
    return body != null && !isDisposed() && !Redaction.hash(body).equals(textHash);
  }

  public boolean isOpen() {
    return state.equals("open");
  }

  boolean isWithheld() {
    return state.equals(EnumCodes.of(Outcome.WITHHOLD));
  }

  /** Returns whether its text is all that it says, so that an equal text says the same. */
  boolean isAllText() {
    return body != null && !body.isBlank() && attachments.isEmpty();
  }

  CommentKey key() {
    return new CommentKey(account, itemId);
  }

  /** Returns where the archive keeps its pictures. */
  PictureShelf shelf() {
    return isPost() ? PictureShelf.POSTS : PictureShelf.COMMENTS;
  }

  /** Returns its first pictures and videos, which are shown. */
  public List<PictureLink> getPictures() {
    return isPost() ? PictureLink.ofPost(attachments) : PictureLink.ofComment(attachments);
  }

  /** Returns the addresses of the others. */
  public List<String> getMorePictures() {
    return attachments.subList(getPictures().size(), attachments.size());
  }

  /** Returns the path of the comment's page. */
  public String getHref() {
    return "/comments/" + CommentAddress.of(account, itemId);
  }

  public Sentence getStanding() {
    return isOpen() ? Sentence.of("Not decided") : words(EnumCodes.read(Outcome.class, state));
  }

  private Sentence words(Outcome outcome) {
    return switch (outcome) {
      case RELEASE -> Sentence.of("Release");
      case REDACT ->
          redactions > 0 ? Sentence.of("Release redacted") : Sentence.of("Needs redaction");
      case WITHHOLD -> Sentence.of("Withhold");
      case LATER -> Sentence.of("Decide later");
    };
  }
}
