package hallmonitor.moderation.console.live;

import java.util.UUID;

/**
 * A change of a case: what a page needs to know whether it is affected.
 *
 * @param eventId grows with time, with gaps
 * @param opened whether this brought it into the queue
 * @param open whether it waits for a person now
 * @param unconfirmed whether the policy hid it and no one has confirmed that
 * @param lane whether it is in the danger lane
 * @param fold identifies the similar open cases; absent for one that is never folded
 * @param version of the case, so that a page knows whether it already shows this
 */
public record CaseNotification(
    long eventId,
    UUID caseId,
    boolean opened,
    boolean open,
    int version,
    String building,
    String account,
    String platform,
    String category,
    String clause,
    String language,
    String urgency,
    String actionState,
    boolean unconfirmed,
    boolean lane,
    UUID fold) {}
