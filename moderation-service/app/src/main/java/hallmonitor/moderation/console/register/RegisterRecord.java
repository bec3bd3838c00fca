package hallmonitor.moderation.console.register;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person saw or confirmed.
 *
 * @param demand as in {@code accounts.yaml}
 * @param seen empty for an approval in the console
 * @param onDay when it was so
 */
public record RegisterRecord(
    UUID entryId, String demand, boolean good, String seen, LocalDate onDay, String by) {}
