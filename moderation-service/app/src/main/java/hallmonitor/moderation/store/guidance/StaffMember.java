package hallmonitor.moderation.store.guidance;

import java.util.Locale;
import java.util.UUID;

/**
 * Someone who works for the district.
 *
 * @param staffId of the row, or derived from where else the person is known
 * @param building id in district.yaml; empty for the district's offices
 * @param email empty for someone who only signs in
 * @param language {@code en} or {@code es}
 * @param userName of someone who may sign in; empty for others
 * @param listed whether the person is on the list that administrators keep
 */
public record StaffMember(
    UUID staffId,
    String building,
    String name,
    String email,
    String language,
    String userName,
    boolean listed) {
  /** Returns what attestations know the person by. */
  public String key() {
    return email.isEmpty() ? "user:" + userName : email.toLowerCase(Locale.ROOT);
  }
}
