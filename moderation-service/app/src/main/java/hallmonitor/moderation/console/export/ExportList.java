package hallmonitor.moderation.console.export;

import hallmonitor.moderation.console.search.SearchInWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The exports of the viewer, the newest first.
 *
 * @param words what each search looks for, by the export's id
 * @param kept how long each can be downloaded
 */
public record ExportList(
    List<ExportView> all, Map<UUID, List<SearchInWords.Part>> words, Duration kept) {
  public ExportList {
    all = List.copyOf(all);
    words = Map.copyOf(words);
  }

  /** Returns what the search of an export looks for. */
  public List<SearchInWords.Part> words(ExportView export) {
    return words.getOrDefault(export.exportId(), List.of());
  }

  public boolean isInWork() {
    return all.stream().anyMatch(ExportView::isInWork);
  }

  public long getHours() {
    return kept.toHours();
  }
}
