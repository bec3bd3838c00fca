package hallmonitor.moderation.store.tips;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.TipNotice;
import hallmonitor.moderation.policy.Clause;
import java.util.Optional;

/**
 * What a tip leads to under the district's current rules.
 *
 * @param comment that its link leads to; empty if the archive has none there
 * @param building id; the comment's, or else the one that the reporter chose
 * @param clause that it is about
 * @param accountName how notices call the place
 * @param noticesAnHour the most notices in an hour of tips from the public for one building
 */
public record TipPlan(
    Optional<CommentKey> comment,
    String building,
    Clause clause,
    TipNotice notice,
    String accountName,
    String policyVersion,
    String modelVersion,
    int noticesAnHour) {}
