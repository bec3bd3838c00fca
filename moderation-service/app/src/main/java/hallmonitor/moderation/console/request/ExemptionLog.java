package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.language.ReaderLanguage;
import java.util.List;

/**
 * A page of the log of exemptions.
 *
 * @param next number of the last item on it; 0 if nothing follows
 * @param unseen items of schools that the reader does not see, so that the log lacks them
 */
public record ExemptionLog(
    RequestView request, List<ExemptionEntry> entries, long next, long unseen) {
  public ExemptionLog {
    entries = List.copyOf(entries);
  }

  /** Returns the words of a ground in the reader's language; the file has the requester's. */
  public String words(ExemptionEntry entry) {
    return entry.ground().cited(ReaderLanguage.tag());
  }

  public String getPath() {
    return "/requests/" + request.requestId();
  }
}
