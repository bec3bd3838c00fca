package hallmonitor.ingest.polling;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.ingest.account.CommentLog;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one account, most urgent lane first, one turn at a time. It is the account's only owner and
 * runs in one thread; any thread may read {@link #state()}.
 *
 * <p>A turn either commits what it read or changes nothing. After a failure, the platform is read
 * again from the last checkpoint.
 */
public final class AccountPoller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AccountPoller.class.getName());

  /**
   * A person has to fix a lost credential; on some sites, retrying more often would lock the user
   * out.
   */
  private static final Duration AFTER_AUTH_LOST = Duration.ofSeconds(15);

  /** How soon a paused account notices that it was resumed. */
  private static final Duration WHILE_PAUSED = Duration.ofSeconds(1);

  /** During a flood of new comments, the other lanes still get a turn this often. */
  private static final Duration LONGEST_LIVE_ONLY = Duration.ofMillis(250);

  private final PolledAccount account;
  private final CommentSource source;
  private final CommentLog log;
  private final RateBudget budget;
  private final InstantSource clock;
  private final PollListener listener;
  private final Supplier<ReadingRequest> wishes;
  private final ProfilePictures pictures;
  private final Queue<String> acted = new ConcurrentLinkedQueue<>();
  private @Nullable Lanes lanes;
  private boolean verified;
  private boolean refusedInPause;
  private int failures;
  private final LiveSchedule schedule;
  private Instant retryAt = Instant.MIN;
  private Instant lastOtherLane;
  private volatile PollState state;

  /** Creates a poller that fetches no pictures. */
  public AccountPoller(
      PolledAccount account,
      CommentSource source,
      CommentLog log,
      RateBudget budget,
      InstantSource clock,
      PollListener listener,
      Supplier<ReadingRequest> wishes) {
    this(account, source, log, budget, clock, listener, wishes, ProfilePictures.NONE);
  }

  /**
   * Creates a poller.
   *
   * @param wishes called at each turn
   * @param pictures reads those of the account's page
   */
  public AccountPoller(
      PolledAccount account,
      CommentSource source,
      CommentLog log,
      RateBudget budget,
      InstantSource clock,
      PollListener listener,
      Supplier<ReadingRequest> wishes,
      ProfilePictures pictures) {
    this.account = account;
    this.source = source;
    this.log = log;
    this.budget = budget;
    this.clock = clock;
    this.listener = listener;
    this.wishes = wishes;
    this.pictures = pictures;
    this.schedule = new LiveSchedule(account.floor(), account.idle());
    this.lastOtherLane = clock.instant();
    this.state = PollState.starting(clock.instant());
  }

  public PollState state() {
    return state;
  }

  /**
   * Records that the platform announced news, so that the live edge is read sooner. Any thread may
   * call it.
   *
   * @return whether a turn should be taken now; false if an earlier hint still waits for its read
   */
  public boolean hint() {
    return schedule.hint();
  }

  /**
   * Records that this service has hidden a comment or shown it again, so that an opposite act by
   * others is noticed. Any thread may call it.
   */
  public void acted(String comment) {
    acted.add(comment);
  }

  /**
   * Does the next due task.
   *
   * @return the time until the next one is due
   */
  public Duration turn() {
    Instant now = clock.instant();
    if (schedule.hinted() && now.isBefore(retryAt)) {
      return until(retryAt, now); // a hint shortens no wait after a failure
    }
    try {
      Lanes open = lanes;
      if (open == null) {
        open = new Lanes(account, source, log, clock, listener, pictures, log.open());
        lanes = open;
      }
      ReadingRequest wish = wishes.get();
      open.follow(wish);
      for (String comment = acted.poll(); comment != null; comment = acted.poll()) {
        open.acted(comment);
      }
      state = state.committed(clock.instant(), false, open.backfill(), open.edits());
      if (wish.paused()) {
        state = state.paused();
        return whilePaused();
      }
      verify();
      Duration wait = takeTurn(open);
      failures = 0;
      return wait;
    } catch (PlatformException e) {
      return platformFailed(e.fault());
    } catch (CommentLog.Broken e) {
      return failed(State.UNREACHABLE, e.sentence(), e);
    } catch (RuntimeException e) {
      return failed(
          State.UNREACHABLE,
          "Reading failed in a way that nobody foresaw (%s); the log says more. It is tried again."
              .formatted(e.getClass().getSimpleName()),
          e);
    }
  }

  private void verify() throws PlatformException {
    if (!verified) {
      source.verifyAuth().ifPresent(listener::verified);
      verified = true;
      refusedInPause = false;
    }
  }

  /**
   * Nothing is read. But who the credential belongs to is asked once, since a renewal must be for
   * the same. That it fails is not shown, because it holds nothing up.
   */
  private Duration whilePaused() {
    if (refusedInPause) {
      return WHILE_PAUSED;
    }
    try {
      verify();
      return WHILE_PAUSED;
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Throttled throttled) {
        throttled.holdReads(budget);
        return waitOut(throttled.retryAfter());
      }
      if (e.fault() instanceof Fault.Transient) {
        return waitOut(PollBackoff.after(++failures));
      }
      refusedInPause = true;
      return WHILE_PAUSED;
    }
  }

  private Duration takeTurn(Lanes open) throws PlatformException, CommentLog.Broken {
    Instant now = clock.instant();
    boolean liveDue = !now.isBefore(schedule.due()) && untilLiveAllowed().isZero();
    boolean othersStarve = now.isAfter(lastOtherLane.plus(LONGEST_LIVE_ONLY));
    if (liveDue && !(othersStarve && otherLane(open, now))) {
      readLive(open);
      return untilDue(open);
    }
    if (!liveDue && otherLane(open, now)) {
      return untilDue(open);
    }
    return liveDue ? Duration.ZERO : untilDue(open);
  }

  private void readLive(Lanes open) throws PlatformException, CommentLog.Broken {
    schedule.begins(clock.instant());
    budget.beginLive();
    Lanes.Read read = open.live();
    schedule.ended(clock.instant(), read.created() > 0, read.more());
    done(open, read, !read.more());
  }

  /**
   * Posts, blocks and the description are seldom due. Reconciling comes before the history, which
   * waits until the live edge is reached. Older comments are read again in between.
   */
  private boolean otherLane(Lanes open, Instant now) throws PlatformException, CommentLog.Broken {
    if (state.caughtUp() && !now.isBefore(open.listsDue()) && budget.allows(Use.POSTS)) {
      lastOtherLane = now;
      done(open, open.readList(), true);
      return true;
    }
    boolean newer = !now.isBefore(open.reconcileDue(now)) && budget.allows(Use.RECONCILE);
    boolean older =
        state.caughtUp() && !now.isBefore(open.olderDue()) && untilOlderAllowed().isZero();
    if (newer || older) {
      lastOtherLane = now;
      boolean olderNow = older && (!newer || open.olderTurn());
      done(open, olderNow ? open.reconcileOlder() : open.reconcile(), state.caughtUp());
      return true;
    }
    if (open.backfillDue() && state.caughtUp() && budget.allows(Use.BACKFILL)) {
      lastOtherLane = now;
      done(open, open.backfillPage(), true);
      return true;
    }
    return false;
  }

  private void done(Lanes open, Lanes.Read read, boolean caughtUp) {
    Instant now = clock.instant();
    if (state.state() != State.CONNECTED) {
      LOG.log(System.Logger.Level.INFO, "{0} is being read", account.id());
    }
    state =
        state
            .read(now, caughtUp)
            .committed(now, read.created() + read.edited() > 0, open.backfill(), open.edits());
  }

  private Duration untilDue(Lanes open) {
    Instant now = clock.instant();
    Duration live = later(until(schedule.due(), now), untilLiveAllowed());
    Duration reconcile =
        later(until(open.reconcileDue(now), now), budget.untilAllowed(Use.RECONCILE));
    Duration wait = sooner(live, reconcile);
    if (state.caughtUp()) {
      wait = sooner(wait, later(until(open.olderDue(), now), untilOlderAllowed()));
      wait = sooner(wait, later(until(open.listsDue(), now), budget.untilAllowed(Use.POSTS)));
    }
    if (open.backfillDue() && state.caughtUp()) {
      wait = sooner(wait, budget.untilAllowed(Use.BACKFILL));
    }
    return wait;
  }

  private Duration untilLiveAllowed() {
    return budget.untilLive(schedule.hinted());
  }

  /** Older comments use the requests of the reconcile lane, but must leave more of the budget. */
  private Duration untilOlderAllowed() {
    return later(budget.untilAllowed(Use.RECONCILE), budget.untilAllowed(Use.OLDER));
  }

  private static Duration sooner(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration until(Instant due, Instant now) {
    return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Duration platformFailed(Fault fault) {
    if (fault instanceof Fault.Throttled throttled) {
      throttled.holdReads(budget);
      show(State.THROTTLED, fault.sentence());
      return waitOut(throttled.retryAfter());
    }
    if (fault instanceof Fault.AuthLost) {
      verified = false;
      show(State.SIGNED_OUT, fault.sentence());
      return waitOut(AFTER_AUTH_LOST);
    }
    failures++;
    show(State.UNREACHABLE, fault.sentence());
    return waitOut(PollBackoff.after(failures));
  }

  /**
   * Drops the state, because it is no longer certain what was committed, and reads it from the log
   * again.
   */
  private Duration failed(State why, String sentence, Exception cause) {
    lanes = null;
    failures++;
    if (!sentence.equals(state.fault().orElse(null))) {
      LOG.log(System.Logger.Level.ERROR, "reading " + account.id() + " failed", cause);
    }
    show(why, sentence);
    return waitOut(PollBackoff.after(failures));
  }

  private Duration waitOut(Duration wait) {
    retryAt = clock.instant().plus(wait);
    return wait;
  }

  private void show(State why, String sentence) {
    if (state.state() != why) {
      LOG.log(System.Logger.Level.WARNING, "{0} is {1}: {2}", account.id(), why, sentence);
    }
    state = state.failed(why, sentence);
  }

  @Override
  public void close() {
    log.close();
  }
}
