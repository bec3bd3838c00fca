package hallmonitor.moderation.console.live;

import java.util.UUID;

/**
 * Something happened to a case: what a page needs to know whether it concerns it.
 *
 * @param eventId grows with time, with gaps
 * @param opened whether it came into the queue by this
 * @param open whether it waits for a person now
 * @param unconfirmed whether the policy hid it and nobody has confirmed that
 * @param fold names the open cases that are alike; absent for one that is never folded
 * @param version of the case, so that a page knows whether it shows this already
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
    String actionState,
    boolean unconfirmed,
    UUID fold) {}
