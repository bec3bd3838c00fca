package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionOrdered;
import java.util.Optional;

/**
 * An unfinished order.
 *
 * @param doubtful whether an attempt had an unknown outcome
 * @param failures consecutive failed attempts
 * @param trouble kind of the last reported trouble
 * @param traceparent the trace of the order
 * @param token of the owner that claimed it
 */
public record PendingAction(
    ActionOrdered order,
    boolean doubtful,
    int failures,
    Optional<String> trouble,
    Optional<String> traceparent,
    long token) {}
