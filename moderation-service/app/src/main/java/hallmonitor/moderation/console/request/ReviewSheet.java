package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * One item of a request with all that its page shows.
 *
 * @param equal number of other items with the same text that nobody decided
 * @param next number of the next item; 0 after the last
 * @param previous number of the item before; 0 before the first
 * @param note what was typed when it could not be saved
 */
public record ReviewSheet(
    RequestView request,
    ReviewItem item,
    List<CaseQueries.Neighbor> thread,
    ReviewProgress progress,
    int equal,
    long next,
    long previous,
    List<LegalGround> exemptions,
    RedactionSheet redactions,
    Sentence problem,
    String note) {
  public ReviewSheet {
    thread = List.copyOf(thread);
    exemptions = List.copyOf(exemptions);
  }

  /** Returns a ground in the reader's language, with its source. */
  public String words(LegalGround ground) {
    return ground.cited(ReaderLanguage.tag());
  }

  /** Returns the ground for which it is withheld, as worded then; empty unless it is withheld. */
  public String getGround() {
    if (!item.ground().source().isEmpty()) {
      return words(item.ground());
    }
    // It was withheld before words were kept: the file's words of now, or else the id.
    return exemptions.stream()
        .filter(ground -> ground.id().equals(item.ground().id()))
        .findFirst()
        .map(this::words)
        .orElse(item.ground().id());
  }

  public String getRedactionPath() {
    return path() + "/redactions";
  }

  /** Returns the path of its pictures, before their keys. */
  public String getPicturesPath() {
    return path() + "/pictures";
  }

  public String getCoversPath() {
    return path() + "/covers";
  }

  private String path() {
    return "/requests/" + request.requestId() + "/items/" + item.itemNo();
  }

  /** Returns whether more than words can be redacted. */
  public boolean isWholes() {
    return !item.authorName().isEmpty()
        || item.postTitle() != null
        || !item.attachments().isEmpty();
  }

  /** Returns whether the item can still be decided and redacted. */
  public boolean isEditable() {
    return request.isRunning();
  }

  public String getNoteNow() {
    return note.isEmpty() ? item.note() : note;
  }
}
