package hallmonitor.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

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
 * @param paused absent while the account is read; readers must do without it
 * @param outcomes what became of {@link AccountCommand}s: the newest one of each act
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
    Instant at,
    Optional<Paused> paused,
    List<Outcome> outcomes) {
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
   * @param from the first day that is to be read, in UTC; readers must do without it
   * @param stopped whether a person stopped it
   * @param expectedEnd at the pace so far; absent while nothing can be said
   */
  public record Backfill(
      long done,
      Optional<Long> total,
      Optional<Instant> reachedBack,
      boolean finished,
      Optional<LocalDate> from,
      boolean stopped,
      Optional<Instant> expectedEnd) {
    public Backfill {
      from = from == null ? Optional.empty() : from;
      expectedEnd = expectedEnd == null ? Optional.empty() : expectedEnd;
    }

    /** Of a back-fill of which no more is known. */
    public Backfill(
        long done, Optional<Long> total, Optional<Instant> reachedBack, boolean finished) {
      this(done, total, reachedBack, finished, Optional.empty(), false, Optional.empty());
    }
  }

  /**
   * The account is not read, because a person said so.
   *
   * @param by a user name
   */
  public record Paused(String by, String reason, Instant since) {}

  /**
   * What became of a command.
   *
   * @param act such as {@code CHECK}
   * @param by the user name of whoever asked
   * @param good whether it is done, or the answer is good
   * @param sentence one sentence for people
   */
  public record Outcome(
      UUID commandId, String act, String by, boolean good, String sentence, Instant at) {}

  public AccountStatus {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
    paused = paused == null ? Optional.empty() : paused;
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
  }

  /** Of an account of which nobody has asked anything. */
  public AccountStatus(
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
    this(
        account,
        platform,
        name,
        state,
        capabilities,
        lastPolledAt,
        lastCommentAt,
        lagMillis,
        budgetLeft,
        pendingActions,
        backfill,
        fault,
        at,
        Optional.empty(),
        List.of());
  }
}
