package hallmonitor.notifier.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.directory.Recipients;
import hallmonitor.notifier.directory.Recipients.Gap;
import hallmonitor.notifier.directory.RoleRouting;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A role that no one present holds.
 *
 * @param id the same for every check of the same escalation
 * @param somebodyElseTold false is an alarm: no one at all was notified
 * @param message one sentence that says what to do
 */
public record Shortfall(UUID id, String role, boolean somebodyElseTold, String message) {
  /** Returns what the directory cannot provide for the escalation. */
  public static List<Shortfall> of(Escalation escalation, District district, Instant now) {
    Recipients recipients =
        RoleRouting.recipients(
            district, escalation.building(), escalation.account(), escalation.roles(), now);
    boolean somebodyIsTold = !recipients.told().isEmpty();
    return recipients.gaps().stream()
        .map(gap -> shortfall(gap, escalation, district, somebodyIsTold))
        .toList();
  }

  private static Shortfall shortfall(
      Gap gap, Escalation escalation, District district, boolean somebodyIsTold) {
    String where =
        district.building(escalation.building()).map(Building::name).orElse(escalation.building());
    String missing = "Nobody holds the role " + gap.role() + " for " + where;
    String instead =
        gap.insteadOf().stream()
            .map(to -> to.person().name() + " (" + to.role() + ")")
            .collect(Collectors.joining(" and "));
    String message;
    if (!instead.isEmpty()) {
      message = missing + ", so " + instead + " is told instead; add somebody to district.yaml.";
    } else if (somebodyIsTold) {
      message = missing + " and nobody stands in for it; add somebody to district.yaml.";
    } else {
      message =
          missing
              + " or can be told instead: NOBODY was told of this case; act on it in the console"
              + " and add people to district.yaml.";
    }
    return new Shortfall(id(escalation, gap.role()), gap.role(), somebodyIsTold, message);
  }

  private static UUID id(Escalation escalation, String role) {
    return UUID.nameUUIDFromBytes(("gap/" + escalation.id() + "/" + role).getBytes(UTF_8));
  }
}
