package hallmonitor.ingest.push;

import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notices that one account's comments arrive but its genuine deliveries do not. Anyone can send
 * forged ones, so those alone are not a problem; they only hint at the cause. A restart forgets
 * what was noticed, and the next comments bring it back. Thread-safe.
 */
public final class DeliveryWatch implements PollListener {
  /** One delivery may announce several comments, and the platform's clock may be ahead of ours. */
  private static final Duration AFTER_DELIVERY = Duration.ofMinutes(1);

  /** Not every comment is announced everywhere, so silence counts only after a longer time. */
  private static final int SILENT_COMMENTS = 3;

  private static final int SILENCE_IS_LONGER = 6;

  private static final System.Logger LOG = System.getLogger(DeliveryWatch.class.getName());

  private final String account;
  private final Duration mayTake;
  private final InstantSource clock;
  private Instant expectedFrom;
  private Optional<Instant> lastDelivery = Optional.empty();
  private Optional<Instant> since = Optional.empty();
  private int comments;
  private boolean refused;
  private boolean turnedAway;
  private boolean told;

  /**
   * Creates a watch.
   *
   * @param account for the log
   * @param mayTake how long platforms may collect news and retry
   */
  public DeliveryWatch(String account, Duration mayTake, InstantSource clock) {
    this.account = account;
    this.mayTake = mayTake;
    this.clock = clock;
    this.expectedFrom = clock.instant();
  }

  /** Records a genuine delivery. */
  public synchronized void delivered() {
    lastDelivery = Optional.of(clock.instant());
    startOver(clock.instant().plus(AFTER_DELIVERY));
  }

  private void startOver(Instant from) {
    expectedFrom = from;
    since = Optional.empty();
    comments = 0;
    refused = false;
    turnedAway = false;
    if (told) {
      LOG.log(System.Logger.Level.INFO, "deliveries for {0} are no longer missed", account);
      told = false;
    }
  }

  /** Records the outcome of a request for the account. */
  public synchronized void answered(Outcome outcome) {
    refused |= outcome == Outcome.REFUSED;
    turnedAway |=
        outcome == Outcome.TOO_MANY || outcome == Outcome.TOO_LARGE || outcome == Outcome.FAILED;
  }

  @Override
  public void read(String account, CommentSeen.Lane lane, Duration took) {}

  @Override
  public synchronized void published(CommentSeen comment) {
    if (comment.lane() == CommentSeen.Lane.LIVE
        && comment.kind() == CommentSeen.Kind.CREATED
        && comment.claimedAt().filter(at -> at.isAfter(expectedFrom)).isPresent()) {
      comments++;
      since = since.or(() -> Optional.of(clock.instant()));
    }
  }

  /**
   * Returns what is missing.
   *
   * @param expected whether the account has a secret for deliveries now
   */
  public synchronized Optional<MissedDeliveries> missed(boolean expected) {
    if (!expected) {
      startOver(clock.instant());
    }
    Optional<MissedDeliveries> missed =
        since
            .filter(this::isLong)
            .map(first -> new MissedDeliveries(cause(), comments, first, lastDelivery));
    if (missed.isPresent() && !told) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} has new comments, and no genuine delivery came for them ({1}); it is polled",
          account,
          cause());
      told = true;
    }
    return missed;
  }

  private boolean isLong(Instant first) {
    Duration silent = Duration.between(first, clock.instant());
    return cause() == DeliveryCause.NONE_CAME
        ? comments >= SILENT_COMMENTS
            && silent.compareTo(mayTake.multipliedBy(SILENCE_IS_LONGER)) >= 0
        : silent.compareTo(mayTake) >= 0;
  }

  /** Some of those that were turned away may have been genuine. */
  private DeliveryCause cause() {
    if (turnedAway) {
      return DeliveryCause.TURNED_AWAY;
    }
    return refused ? DeliveryCause.REFUSED : DeliveryCause.NONE_CAME;
  }
}
