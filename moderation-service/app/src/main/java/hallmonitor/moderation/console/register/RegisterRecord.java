package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.PageFinding;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person saw or confirmed, or the program read on the page.
 *
 * @param demand as in {@code accounts.yaml}
 * @param seen empty for an approval in the console
 * @param onDay when it was so
 * @param by a user name; empty for what the program read
 */
public record RegisterRecord(
    UUID entryId, String demand, boolean good, String seen, LocalDate onDay, String by) {
  /** What a page without words shows. */
  private static final String NOTHING = "-";

  /** Creates what the program read. */
  static RegisterRecord read(UUID entryId, String demand, PageFinding found, LocalDate onDay) {
    String seen = found.seen().isEmpty() ? NOTHING : found.seen();
    return new RegisterRecord(entryId, demand, found.good(), seen, onDay, "");
  }

  public boolean isRead() {
    return by.isEmpty();
  }
}
