package hallmonitor.moderation.console.export;

import hallmonitor.moderation.console.evidence.StatedPurpose;
import hallmonitor.moderation.console.search.SearchInWords;
import java.util.List;
import java.util.UUID;

/**
 * The form that asks for an export.
 *
 * @param query the search in its usual form; empty if there is none to export
 * @param words what it looks for
 * @param stated what it is for
 */
public record ExportForm(
    UUID form, String query, List<SearchInWords.Part> words, StatedPurpose stated) {
  public ExportForm {
    words = List.copyOf(words);
  }
}
