package hallmonitor.moderation.console.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who holds the password of an account, or held it.
 *
 * @param person id in the district's file, or a name
 * @param leftOn null while they hold it
 * @param rotatedOn when the password was changed after that; null if it was not
 */
public record RegisterHolder(
    long holderId,
    UUID entryId,
    String person,
    LocalDate since,
    @Nullable LocalDate leftOn,
    @Nullable LocalDate rotatedOn) {
  public boolean isHolding() {
    return leftOn == null;
  }
}
