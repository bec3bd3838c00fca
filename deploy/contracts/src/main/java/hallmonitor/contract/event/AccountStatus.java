package hallmonitor.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The status of a connected account. A compacted topic keeps the latest one per account.
 *
 * @param state whether comments can be read and acted on
 * @param capabilities what the platform can do, in lower case, such as {@code hide}
 * @param lastPolledAt the latest successful read
 * @param lastCommentAt when the newest comment was seen
 * @param lagMillis how far behind the live edge the connector is; 0 when it has caught up
 * @param budgetLeft remaining share of the platform's rate limit, 0 to 1
 * @param pendingActions actions ordered and not yet carried out
 * @param backfill absent if there is none to do
 * @param fault the latest fault and what to do about it; absent if all is well
 * @param paused absent while the account is read; older records lack it
 * @param outcomes outcomes of {@link AccountCommand}s: the latest one of each act
 * @param allowance absent if the platform counts no acts, and in older records
 * @param missed absent while the platform delivers, or is not expected to; older records lack it
 * @param edits how long to look for edits; absent before the first read and in older records
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
    List<Outcome> outcomes,
    Optional<Allowance> allowance,
    Optional<MissedDeliveries> missed,
    Optional<EditWatch> edits) {
  public enum State {
    STARTING,
    CONNECTED,
    THROTTLED,
    UNREACHABLE,
    SIGNED_OUT
  }

  /**
   * Progress of a back-fill.
   *
   * @param done comments read so far
   * @param total number of comments, if the platform tells
   * @param reachedBack how far into the past it has come
   * @param from first day to read, in UTC; older records lack it
   * @param stopped whether a person stopped it
   * @param expectedEnd at the pace so far; absent if it cannot be estimated
   * @param waits whether it waits because many comments are not judged yet; older records lack it
   */
  public record Backfill(
      long done,
      Optional<Long> total,
      Optional<Instant> reachedBack,
      boolean finished,
      Optional<LocalDate> from,
      boolean stopped,
      Optional<Instant> expectedEnd,
      boolean waits) {
    public Backfill {
      from = from == null ? Optional.empty() : from;
      expectedEnd = expectedEnd == null ? Optional.empty() : expectedEnd;
    }

    /** Creates progress without a start, stop or estimate. */
    public Backfill(
        long done, Optional<Long> total, Optional<Instant> reachedBack, boolean finished) {
      this(done, total, reachedBack, finished, Optional.empty(), false, Optional.empty(), false);
    }
  }

  /**
   * The account is paused because a person asked for it.
   *
   * @param by a user name
   * @param acts whether acts wait, too; older records lack it, and then they do not
   */
  public record Paused(String by, String reason, Instant since, boolean acts) {}

  /**
   * The outcome of a command.
   *
   * @param act such as {@code CHECK}
   * @param by the requester's user name
   * @param good whether the command is done, or the answer is good
   * @param sentence one sentence for people
   */
  public record Outcome(
      UUID commandId, String act, String by, boolean good, String sentence, Instant at) {}

  /**
   * What is left of the acts that a platform allows in a period, such as a day.
   *
   * @param hides the least number of further hides; 0 or more
   * @param until when the next period starts
   */
  public record Allowance(long hides, Instant until) {
    public Allowance {
      Objects.requireNonNull(until, "until");
    }
  }

  /**
   * Comments were written that the platform should have announced, but no genuine delivery arrived.
   *
   * @param cause what arrived instead
   * @param comments how many, at least 1
   * @param since when the first of them was read
   * @param lastDelivery the latest genuine one; absent if there was none since the service started
   */
  public record MissedDeliveries(
      DeliveryCause cause, int comments, Instant since, Optional<Instant> lastDelivery) {
    public MissedDeliveries {
      Objects.requireNonNull(cause, "cause");
      Objects.requireNonNull(since, "since");
      lastDelivery = lastDelivery == null ? Optional.empty() : lastDelivery;
    }
  }

  /**
   * How long comments are re-read to find edits and deletions.
   *
   * @param days days after a comment was written; 0 if none is re-read now
   * @param sweptAt when the oldest of them were last re-read; absent if not since the service
   *     started
   */
  public record EditWatch(int days, Optional<Instant> sweptAt) {
    public EditWatch {
      sweptAt = sweptAt == null ? Optional.empty() : sweptAt;
    }
  }

  /** Why deliveries are missing. */
  public enum DeliveryCause {
    /** Some arrived but were not signed with the account's secret. */
    REFUSED,
    /** Some arrived but were too many or too large to be checked. */
    TURNED_AWAY,
    NONE_CAME
  }

  public AccountStatus {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    capabilities = capabilities == null ? List.of() : List.copyOf(capabilities);
    paused = paused == null ? Optional.empty() : paused;
    outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    allowance = allowance == null ? Optional.empty() : allowance;
    missed = missed == null ? Optional.empty() : missed;
    edits = edits == null ? Optional.empty() : edits;
  }
}
