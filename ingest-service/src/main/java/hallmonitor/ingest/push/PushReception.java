package hallmonitor.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.DataPush;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides on a request: first {@link #turnAway}, before its body is read, then {@link #answer}.
 * Replayed, reordered and repeated deliveries are accepted, because they only wake the account, and
 * waking it often costs no more than waking it once. Deliveries of data are recognized by their
 * rows.
 */
final class PushReception {
  private static final Pattern PATH = Pattern.compile("/push/([a-z0-9][a-z0-9-]{0,62})");
  private static final double SECONDS_IN_MINUTE = 60;

  private final PushTargets targets;
  private final double minuteOfAccount;
  private final RateBudget all;
  private final Map<String, RateBudget> ofAccount = new ConcurrentHashMap<>();
  private final Map<String, RateBudget> ofSender = new ConcurrentHashMap<>();

  /**
   * The authorization header of each account's last data; it distinguishes the sender from a flood.
   */
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  private final LongSupplier nanoTime;

  /**
   * Creates a desk.
   *
   * @param minuteOfAccount most requests in a minute for one account
   * @param minuteOfAll most requests in a minute for all accounts together
   */
  PushReception(PushTargets targets, int minuteOfAccount, int minuteOfAll, LongSupplier nanoTime) {
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
   * Counts a request, and answers it if it is not worth reading. A flood on one account uses up
   * neither the limit of other accounts nor that of its own sender of data.
   *
   * @param authorization the header of that name
   */
  Optional<PushReply> turnAway(String method, String path, Optional<String> authorization) {
    Optional<String> account = account(path);
    if (account.isEmpty() || !(method.equals("GET") || method.equals("POST"))) {
      return Optional.of(PushReply.of(Outcome.UNKNOWN));
    }
    boolean free =
        isSender(account.get(), authorization)
            ? takes(own(ofSender, account.get()))
            : takes(own(ofAccount, account.get())) && takes(all);
    return free ? Optional.empty() : Optional.of(refusal(path, Outcome.TOO_MANY));
  }

  private RateBudget own(Map<String, RateBudget> budgets, String account) {
    return budgets.computeIfAbsent(account, id -> budget(minuteOfAccount, nanoTime));
  }

  private boolean isSender(String account, Optional<String> authorization) {
    String key = keys.get(account);
    return key != null
        && authorization
            .filter(given -> MessageDigest.isEqual(given.getBytes(UTF_8), key.getBytes(UTF_8)))
            .isPresent();
  }

  /** Returns the answer to a request that was not read to its end, or could not be checked. */
  PushReply refusal(String path, Outcome outcome) {
    return target(path)
        .filter(target -> target.source() instanceof DataPush)
        .map(target -> DataReplies.refusal(outcome, untilTaken(target.account())))
        .orElse(PushReply.of(outcome));
  }

  /** Returns the longest of the waits that may apply to a request for the account. */
  private Duration untilTaken(String account) {
    return Stream.of(all, ofAccount.get(account), ofSender.get(account))
        .filter(Objects::nonNull)
        .map(budget -> budget.untilAllowed(Use.DANGER))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
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
      if (genuine) {
        request
            .headers()
            .apply("Authorization")
            .ifPresent(h -> keys.put(target.get().account(), h));
      }
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
