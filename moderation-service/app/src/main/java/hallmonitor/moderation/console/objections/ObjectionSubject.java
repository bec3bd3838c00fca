package hallmonitor.moderation.console.objections;

import hallmonitor.contract.event.AccountStatus;
import java.util.List;
import java.util.UUID;

/**
 * The case that someone replies to, appeals against or proposes a block from.
 *
 * @param capabilities what the account's platform can do, as in {@link AccountStatus}; empty until
 *     the account was read
 */
public record ObjectionSubject(
    UUID caseId,
    String account,
    String platform,
    String building,
    String clause,
    String authorKey,
    String authorName,
    List<String> capabilities) {
  /** Returns whether the platform's interface can block and unblock. */
  public boolean isBlockable() {
    return can("block-author") && can("unblock-author");
  }

  /**
   * Returns whether a person has to block on the platform. Before the account was read, no one
   * knows; a system of the district's own may be able to, whatever it takes from here.
   */
  public boolean isBlockedByHand() {
    return !isBlockable() && (!capabilities.isEmpty() || platform.equals("api"));
  }

  boolean can(String capability) {
    return capabilities.contains(capability);
  }
}
