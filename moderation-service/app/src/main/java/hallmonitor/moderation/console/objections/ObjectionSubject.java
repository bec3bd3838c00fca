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
  boolean can(String capability) {
    return capabilities.contains(capability);
  }
}
