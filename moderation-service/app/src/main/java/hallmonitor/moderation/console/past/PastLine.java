package hallmonitor.moderation.console.past;

import hallmonitor.moderation.casework.past.PastText;
import hallmonitor.moderation.casework.past.PastThread.Entry;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.WordDiff;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.past.PastWords.Reason;
import hallmonitor.moderation.console.past.PastWords.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment on the page.
 *
 * @param said its words; absent where the public saw none and the reader asked for what it saw
 * @param why why the public did not see it, or saw it again; absent if it always had, and in its
 *     own view
 * @param asked whether the reader asked for this comment
 */
public record PastLine(
    String account, Entry entry, @Nullable Said said, @Nullable Reason why, boolean asked) {
  private static final int DEEPEST_SHOWN = 5;

  public int getDepth() {
    return Math.min(entry.depth(), DEEPEST_SHOWN);
  }

  public Instant getFrom() {
    return entry.comment().from();
  }

  /** Returns whether the time is the platform's, of before it was read. */
  public boolean isDated() {
    return entry.comment().from().isBefore(entry.comment().firstRead());
  }

  public @Nullable Instant getUntil() {
    return entry.state().spell().until().orElse(null);
  }

  public boolean isAssumed() {
    return entry.state().assumed();
  }

  /** Returns whether it was only ever read as deleted. */
  public boolean isWordless() {
    return entry.state().text().isEmpty();
  }

  /** Returns when the shown text was read, if it is not the first one. */
  public @Nullable Instant getEditedAt() {
    return entry.state().before().isEmpty() ? null : entry.state().text().orElseThrow().at();
  }

  /** Returns when the text before was read; null if there was none. */
  public @Nullable Instant getBeforeAt() {
    return entry.state().before().map(PastText::at).orElse(null);
  }

  /** Returns what differs from the text before; empty if there was none, or it is not kept. */
  public List<WordDiff.Part> getChanges() {
    return said == null || said.before() == null || said.isDisposed()
        ? List.of()
        : WordDiff.between(said.before(), said.body());
  }

  /** Returns the addresses of its pictures and videos. */
  public List<String> getPictures() {
    return said == null || said.isDisposed() ? List.of() : said.attachments();
  }

  public String getHref() {
    return said != null && said.caseId() != null
        ? "/cases/" + said.caseId()
        : "/comments/" + CommentAddress.of(account, entry.comment().id());
  }

  /** Returns an address that is safe to follow, or null. */
  public static @Nullable String link(@Nullable String address) {
    return CaseView.webAddress(address);
  }
}
