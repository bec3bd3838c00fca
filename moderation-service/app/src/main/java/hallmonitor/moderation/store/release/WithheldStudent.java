package hallmonitor.moderation.store.release;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A student with a family that refuses publication.
 *
 * @param name empty if the key at hand does not open it
 * @param since day of the family's letter
 * @param until last day on which the refusal holds
 * @param addedBy a user name
 */
public record WithheldStudent(
    UUID id, String name, LocalDate since, LocalDate until, String addedBy) {
  public boolean isReadable() {
    return !name.isEmpty();
  }

  public boolean holdsOn(LocalDate day) {
    return !until.isBefore(day);
  }

  /** Leaves out the name: children's names must not appear in logs. */
  @Override
  public String toString() {
    return "WithheldStudent[" + id + "]";
  }
}
