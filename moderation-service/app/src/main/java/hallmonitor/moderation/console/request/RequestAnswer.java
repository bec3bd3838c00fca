package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.Proposal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a request is answered.
 *
 * @param asksSecond whether it takes two people
 * @param proposal that waits for its second person; null if none does
 * @param form id of a proposal to make, so that sending the form twice is one
 * @param unseen number of its items that the viewer does not see, so that they cannot approve it
 */
public record RequestAnswer(
    boolean asksSecond, @Nullable Proposal proposal, UUID form, long unseen) {}
