package hallmonitor.moderation.console.guidance;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.tips.TipAddresses;
import hallmonitor.moderation.store.guidance.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

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

  private String token(UUID staffId) {
    return staffId + "." + seal.token(PURPOSE, staffId);
  }

  /** Returns the address for one person. */
  URI address(StaffMember member) {
    return addresses.of(PATH + token(member.staffId()));
  }

  /** Finds the owner of a link; empty for one that is forged, or of someone who left. */
  Optional<StaffMember> find(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(token.substring(0, dot));
      return MessageDigest.isEqual(token(id).getBytes(UTF_8), token.getBytes(UTF_8))
          ? staff.all().stream().filter(member -> member.staffId().equals(id)).findFirst()
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
