package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a connected account does; the newest one for each account stays in a compacted topic.
 *
 * @param state whether comments can be read and acted on
 * @param capabilities what the platform can do, in lower case, such as {@code hide}
 * @param lastPolledAt the newest successful read
 * @param lastCommentAt when the newest comment was seen
 * @param lagMillis how far behind the live edge the connector is; 0 when it has caught up
 * @param budgetLeft share of the platform's rate limit that is left, 0 to 1
 * @param pendingActions actions ordered and not yet carried out
 * @param backfill absent when there is none to do
 * @param fault the last fault in words with what to do; absent when all is well
 */
public record AccountStatus(
    String account,
    String platform,
    String name,
    State state,
    List<String> capabilities,
    Optional<Instant> lastPolledAt,
    Optional<Instant> lastCommentAt,
    long lagMillis,
    double budgetLeft,
    int pendingActions,
    Optional<Backfill> backfill,
    Optional<String> fault,
    Instant at) {
  public enum State {
    STARTING,
    CONNECTED,
    THROTTLED,
    UNREACHABLE,
    SIGNED_OUT
  }

  /**
   * @param done comments read so far
   * @param total all that the platform counts, when it tells
   * @param reachedBack how far into the past it has come
   */
  public record Backfill(
      long done, Optional<Long> total, Optional<Instant> reachedBack, boolean finished) {}

  public AccountStatus {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
  }
}
