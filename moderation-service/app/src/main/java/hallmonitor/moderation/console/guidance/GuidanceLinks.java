package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.tips.TipAddresses;
import hallmonitor.moderation.store.guidance.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Signs the links by which staff without access to the console read the guidelines and attest. A
 * link is a person's own, and ends when they leave the staff.
 */
@ApplicationScoped
public class GuidanceLinks {
  static final String PATH = "/guidelines/";

  private static final String PURPOSE = "guidelines";

  private final AppealSeal seal;
  private final GuidanceStaff staff;
  private final TipAddresses addresses;

  GuidanceLinks(AppealSeal seal, GuidanceStaff staff, TipAddresses addresses) {
    this.seal = seal;
    this.staff = staff;
    this.addresses = addresses;
  }

  /** Returns the address for one person. */
  URI address(StaffMember member) {
    return addresses.of(PATH + seal.link(PURPOSE, member.staffId()));
  }

  /** Finds the owner of a link; empty for one that is forged, or of someone who left. */
  Optional<StaffMember> find(String token) {
    return seal.linked(PURPOSE, token)
        .flatMap(
            id -> staff.all().stream().filter(member -> member.staffId().equals(id)).findFirst());
  }
}
