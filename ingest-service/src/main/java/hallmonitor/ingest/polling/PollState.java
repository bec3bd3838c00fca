package hallmonitor.ingest.polling;

import hallmonitor.contract.event.AccountStatus.EditWatch;
import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.ingest.account.AccountCheckpoint.Backfill;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an account's reading.
 *
 * @param lastPolledAt the latest successful read
 * @param lastCommentAt when a new comment or an edit was last committed
 * @param caughtUpAt when the live lane last had nothing more to read
 * @param edits how long to look for edits; empty before the first read
 * @param fault what prevents reading, in one sentence
 */
public record PollState(
    State state,
    Optional<Instant> lastPolledAt,
    Optional<Instant> lastCommentAt,
    Instant caughtUpAt,
    boolean caughtUp,
    Optional<Backfill> backfill,
    Optional<EditWatch> edits,
    Optional<String> fault) {

  static PollState starting(Instant now) {
    return new PollState(
        State.STARTING,
        Optional.empty(),
        Optional.empty(),
        now,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  PollState read(Instant now, boolean liveCaughtUp) {
    return new PollState(
        State.CONNECTED,
        Optional.of(now),
        lastCommentAt,
        liveCaughtUp ? now : caughtUpAt,
        liveCaughtUp,
        backfill,
        edits,
        Optional.empty());
  }

  PollState committed(
      Instant now, boolean comments, Optional<Backfill> progress, EditSearch search) {
    return new PollState(
        state,
        lastPolledAt,
        comments ? Optional.of(now) : lastCommentAt,
        caughtUpAt,
        caughtUp,
        progress,
        Optional.of(search.inDays()),
        fault);
  }

  PollState failed(State why, String sentence) {
    return new PollState(
        why,
        lastPolledAt,
        lastCommentAt,
        caughtUpAt,
        false,
        backfill,
        edits,
        Optional.of(sentence));
  }

  /** Returns this state without a claim about unread comments, because it is not being read. */
  PollState paused() {
    return new PollState(
        state, lastPolledAt, lastCommentAt, caughtUpAt, false, backfill, edits, Optional.empty());
  }

  /**
   * Returns the highest possible age in milliseconds of the newest unread comment; 0 if there is
   * none.
   */
  public long lagMillis(Instant now) {
    return caughtUp ? 0 : Math.max(0, now.toEpochMilli() - caughtUpAt.toEpochMilli());
  }
}
