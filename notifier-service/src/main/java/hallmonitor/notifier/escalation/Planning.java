package hallmonitor.notifier.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.district.District;
import hallmonitor.contract.district.District.Building;
import hallmonitor.notifier.directory.QuietTime;
import hallmonitor.notifier.directory.Recipients;
import hallmonitor.notifier.directory.Recipients.Gap;
import hallmonitor.notifier.directory.Routing;
import hallmonitor.notifier.escalation.Plan.Notice;
import hallmonitor.notifier.escalation.Plan.Shortfall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides who is told of an escalation, and when. */
public final class Planning {
  private Planning() {}

  /**
   * Gives the same ids whenever the same escalation is planned, so that a repeat changes nothing.
   */
  public static Plan plan(Escalation escalation, District district, Instant now) {
    Recipients recipients =
        Routing.recipients(
            district, escalation.building(), escalation.account(), escalation.roles());
    Instant dueAt = dueAt(escalation.urgency(), district, now);
    List<Notice> notices =
        recipients.told().stream()
            .map(
                to ->
                    new Notice(
                        id("notice", escalation, to.person().id()),
                        to.person().id(),
                        to.role(),
                        dueAt))
            .toList();
    boolean somebodyIsTold = !notices.isEmpty();
    List<Shortfall> shortfalls =
        recipients.gaps().stream()
            .map(gap -> shortfall(gap, escalation, district, somebodyIsTold))
            .toList();
    return new Plan(notices, shortfalls);
  }

  private static Instant dueAt(Urgency urgency, District district, Instant now) {
    QuietTime quiet = new QuietTime(district.quietHours(), district.timeZone());
    return switch (urgency) {
      case IMMEDIATE -> now;
      case SOON -> quiet.notBefore(now);
      case DIGEST -> quiet.nextDigest(now);
    };
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
    return new Shortfall(id("gap", escalation, gap.role()), gap.role(), somebodyIsTold, message);
  }

  private static UUID id(String kind, Escalation escalation, String of) {
    return UUID.nameUUIDFromBytes((kind + "/" + escalation.id() + "/" + of).getBytes(UTF_8));
  }
}
