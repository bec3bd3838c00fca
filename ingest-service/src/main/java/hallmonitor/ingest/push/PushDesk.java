package hallmonitor.ingest.push;

import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.DataPush;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what becomes of a request: first {@link #turnAway}, before its body is read, then {@link
 * #answer}. Replayed, reordered and repeated deliveries are accepted, because all that they do is
 * wake the account, and being woken often costs it no more than being woken once. Those that are
 * data are known by their rows.
 */
final class PushDesk {
  private static final Pattern PATH = Pattern.compile("/push/([a-z0-9][a-z0-9-]{0,62})");
  private static final double SECONDS_IN_MINUTE = 60;

  private final PushTargets targets;
  private final double minuteOfAccount;
  private final RateBudget all;
  private final Map<String, RateBudget> ofAccount = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /**
   * Creates a desk.
   *
   * @param minuteOfAccount most requests in a minute for one account
   * @param minuteOfAll most requests in a minute for all accounts together
   */
  PushDesk(PushTargets targets, int minuteOfAccount, int minuteOfAll, LongSupplier nanoTime) {
    this.targets = targets;
    this.minuteOfAccount = minuteOfAccount;
    this.all = budget(minuteOfAll, nanoTime);
    this.nanoTime = nanoTime;
  }

  private static RateBudget budget(double perMinute, LongSupplier nanoTime) {
    return new RateBudget(perMinute / SECONDS_IN_MINUTE, perMinute, nanoTime);
  }

  /** Returns the account that a path names; empty if it takes no deliveries. */
  Optional<String> account(String path) {
    return target(path).map(PushTarget::account);
  }

  private Optional<PushTarget> target(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() ? targets.target(matcher.group(1)) : Optional.empty();
  }

  /**
   * Counts a request, and answers one that is not worth reading. One account's flood does not use
   * up what the others may take.
   */
  Optional<PushReply> turnAway(String method, String path) {
    Optional<String> account = account(path);
    if (account.isEmpty() || !(method.equals("GET") || method.equals("POST"))) {
      return Optional.of(PushReply.of(Outcome.UNKNOWN));
    }
    RateBudget own =
        ofAccount.computeIfAbsent(account.get(), id -> budget(minuteOfAccount, nanoTime));
    return takes(own) && takes(all)
        ? Optional.empty()
        : Optional.of(refusal(path, Outcome.TOO_MANY));
  }

  /** Returns the answer to a request that was not read to its end, or could not be checked. */
  PushReply refusal(String path, Outcome outcome) {
    return target(path)
        .filter(target -> target.source() instanceof DataPush)
        .map(target -> DataReplies.refusal(outcome, untilTaken(target.account())))
        .orElse(PushReply.of(outcome));
  }

  private Duration untilTaken(String account) {
    Duration wait = all.untilAllowed(Use.DANGER);
    RateBudget own = ofAccount.get(account);
    Duration ownWait = own == null ? Duration.ZERO : own.untilAllowed(Use.DANGER);
    return wait.compareTo(ownWait) > 0 ? wait : ownWait;
  }

  private static boolean takes(RateBudget budget) {
    synchronized (budget) {
      boolean free = !budget.isEmpty();
      if (free) {
        budget.spend();
      }
      return free;
    }
  }

  /** Answers a request that was not turned away. May read files. */
  PushReply answer(PushRequest request) {
    Optional<PushTarget> target = target(request.path()).filter(t -> t.source().ready());
    if (target.isEmpty()) {
      return PushReply.of(Outcome.UNKNOWN);
    }
    if (request.method().equals("GET")) {
      return target
          .get()
          .source()
          .handshake(request.query())
          .map(handshake -> new PushReply(Outcome.HANDSHAKE, handshake))
          .orElse(PushReply.of(Outcome.HANDSHAKE_REFUSED));
    }
    boolean genuine = genuine(target.get(), request);
    if (target.get().source() instanceof DataPush data) {
      return genuine ? take(target.get(), data, request) : refusal(request.path(), Outcome.NO_KEY);
    }
    if (!genuine) {
      return PushReply.of(Outcome.REFUSED);
    }
    wake(target.get(), request);
    return PushReply.of(Outcome.ACCEPTED);
  }

  private static PushReply take(PushTarget target, DataPush data, PushRequest request) {
    String contentType = request.headers().apply("Content-Type").orElse("");
    DataPush.Receipt receipt = data.take(contentType, request.body());
    if (receipt.taken() == DataPush.Taken.STORED) {
      target.wake().run();
    }
    return DataReplies.of(receipt);
  }

  private static boolean genuine(PushTarget target, PushRequest request) {
    return target.source().genuine(request.headers(), request.body());
  }

  /**
   * Wakes the account, and those of the same app: Meta and X deliver for all accounts of an app to
   * one address, and sign with the app's secret.
   */
  private void wake(PushTarget addressed, PushRequest request) {
    for (PushTarget one : targets.all()) {
      if (one.platform().equals(addressed.platform()) && genuine(one, request)) {
        one.wake().run();
      }
    }
  }
}
