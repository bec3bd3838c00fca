package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is notified of a tip, and how. The account's administrator always is; the building's too if
 * it is urgent, or if a group of parents runs the account; and for danger those that the policy
 * names.
 *
 * @param roles as named in district.yaml; at least one
 */
public record TipNotice(List<String> roles, Urgency urgency) {
  private static final String ACCOUNT = "account-administrator";
  private static final String BUILDING = "principal";

  public TipNotice {
    roles = List.copyOf(roles);
  }

  /**
   * Decides it.
   *
   * @param group whether the account is of a school-based group
   * @param clause that the tip is about
   */
  public static TipNotice of(TipUrgency urgency, boolean group, Clause clause) {
    Set<String> roles = new LinkedHashSet<>();
    roles.add(ACCOUNT);
    if (group || urgency != TipUrgency.CAN_WAIT) {
      roles.add(BUILDING);
    }
    boolean danger = urgency == TipUrgency.NOW;
    if (danger) {
      roles.addAll(clause.then().roles());
    }
    return new TipNotice(List.copyOf(roles), danger ? Urgency.IMMEDIATE : Urgency.SOON);
  }
}
