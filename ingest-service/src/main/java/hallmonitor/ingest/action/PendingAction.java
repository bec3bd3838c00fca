package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import java.util.Optional;

/**
 * An order that is not done.
 *
 * @param doubtful whether an attempt was made whose outcome nobody knows
 * @param failures attempts that failed in a row
 * @param trouble kind of the trouble that was reported last
 * @param traceparent the trace of the order
 */
public record PendingAction(
    ActionOrdered order,
    boolean doubtful,
    int failures,
    Optional<String> trouble,
    Optional<String> traceparent) {}
