package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.store.guidance.Attestations.Attestation;
import hallmonitor.moderation.store.guidance.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * Someone of the staff, and what they attested to in this school year.
 *
 * @param attested the newest one; null if there is none
 */
public record StaffLine(StaffMember member, @Nullable Attestation attested) {
  public boolean isOpen() {
    return attested == null;
  }
}
