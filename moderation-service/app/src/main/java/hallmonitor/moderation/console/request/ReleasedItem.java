package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.redaction.ReleasedText;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.request.RequestItems;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public gets of an item; it holds nothing of what is redacted or withheld.
 *
 * @param number of the item within the request
 * @param language of the requester
 * @param decided whether it is what the public gets, otherwise what it would get now
 * @param refusal why nothing can be released now; empty if something is
 * @param withheld ground for which all of it is withheld; null if it is not
 * @param author empty for posts, and for what has no name
 */
public record ReleasedItem(
    String request,
    String requestHref,
    long itemNo,
    long number,
    String kind,
    String account,
    Instant seenAt,
    String language,
    boolean decided,
    Sentence refusal,
    @Nullable LegalGround withheld,
    ReleasedText author,
    ReleasedText title,
    ReleasedText text,
    List<ReleasedText> attachments) {
  private static final ReleasedText NOTHING = new ReleasedText(List.of());

  public ReleasedItem {
    attachments = List.copyOf(attachments);
  }

  static ReleasedItem of(RequestView request, ReviewItem item, List<Redaction> redactions) {
    Sentence refusal = refusal(item, redactions);
    boolean out = refusal.isEmpty() && !item.state().equals(EnumCodes.of(Outcome.WITHHOLD));
    return new ReleasedItem(
        request.number().toString(),
        "/requests/" + request.requestId(),
        item.itemNo(),
        item.number(),
        item.kind(),
        item.account(),
        item.seenAt(),
        request.language(),
        isDecided(item, redactions),
        refusal,
        refusal.isEmpty() && !out ? item.ground() : null,
        out ? ReleasedText.ofAuthor(item.authorName(), redactions) : NOTHING,
        out ? ReleasedText.ofTitle(item.title(), redactions) : NOTHING,
        out ? ReleasedText.of(item.text(), redactions) : NOTHING,
        out
            ? item.attachments().stream()
                .map(address -> ReleasedText.ofAttachment(address, redactions))
                .toList()
            : List.of());
  }

  private static Sentence refusal(ReviewItem item, List<Redaction> redactions) {
    if (item.state().equals(EnumCodes.of(Outcome.WITHHOLD))) {
      return Sentence.NONE;
    }
    if (item.body() == null || item.isDisposed()) {
      return Sentence.of("The archive no longer has this item.");
    }
    if (item.isOtherText()) {
      return RequestItems.OTHER_TEXT;
    }
    if (redactions.stream()
        .anyMatch(r -> !r.address().isEmpty() && !item.attachments().contains(r.address()))) {
      return Sentence.of(
          "A picture or video that was redacted is no longer there, so nothing of this item is"
              + " released. Remove its redaction, and check those that are there now.");
    }
    if (!ReleasedText.isMadeOn(item.text(), redactions)) {
      return Sentence.of(
          "The text changed after it was redacted, so nothing of it is released. Remove the"
              + " redactions of its words, and choose the words again.");
    }
    return Sentence.NONE;
  }

  private static boolean isDecided(ReviewItem item, List<Redaction> redactions) {
    return switch (item.state()) {
      case "release", "withhold" -> true;
      case "redact" -> !redactions.isEmpty();
      default -> false;
    };
  }

  /** Returns the ground for which it is withheld, in the language of the requester. */
  public String getGround() {
    return withheld == null ? "" : withheld.cited(language);
  }

  /** Returns whether nothing of it is released. */
  public boolean isKept() {
    return !refusal.isEmpty();
  }
}
