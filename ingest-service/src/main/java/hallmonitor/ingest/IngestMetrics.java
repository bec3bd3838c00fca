package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.ingest.action.ActionListener;
import hallmonitor.ingest.connector.api.ApiPlatform.StoredToday;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.ingest.push.PushListener;
import hallmonitor.ingest.stream.StreamListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Metrics of this service. */
final class IngestMetrics implements PollListener, ActionListener, PushListener, StreamListener {
  private final MeterRegistry registry;
  private final MultiGauge lag;
  private final MultiGauge budget;
  private final MultiGauge hides;
  private final MultiGauge pending;
  private final MultiGauge connected;
  private final MultiGauge paused;
  private final MultiGauge missed;
  private final AtomicInteger streams = new AtomicInteger();
  private final MultiGauge storedRows;
  private final MultiGauge storedBytes;
  private final AtomicInteger owned = new AtomicInteger();
  private final AtomicLong waiting = new AtomicLong();
  private final Counter takeovers;

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.lag = gauge("lag.seconds", "How far behind the live edge an account is read");
    this.budget = gauge("budget.left", "Share of the platform's rate limit that is left, 0 to 1");
    this.hides = gauge("hides.left", "Hides that a platform's allowance is still enough for");
    this.pending = gauge("pending.actions", "Actions ordered and not carried out");
    this.connected = gauge("connected", "1 while an account can be read, else 0");
    this.paused =
        gauge("paused.seconds", "How long a person has kept an account from being read, or 0");
    this.missed =
        gauge("missed.deliveries", "New comments for which no genuine delivery came, or 0");
    Gauge.builder("hallmonitor.ingest.streams", streams, AtomicInteger::get)
        .description("Accounts that hear their platform's stream of news")
        .register(registry);
    this.storedRows =
        gauge("stored.rows", "Rows that a system has had stored since midnight in UTC");
    this.storedBytes =
        gauge("stored.bytes", "Bytes that a system has had stored since midnight in UTC");
    Gauge.builder("hallmonitor.ingest.accounts.owned", owned, AtomicInteger::get)
        .description("Accounts that this instance reads")
        .register(registry);
    Gauge.builder("hallmonitor.ingest.pipeline.waiting", waiting, AtomicLong::get)
        .description(
            "Comments that are published and not judged; while they are many, history waits")
        .register(registry);
    this.takeovers =
        Counter.builder("hallmonitor.ingest.takeovers")
            .description("Instances that had gone, and whose accounts this one shared out")
            .register(registry);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder("hallmonitor.ingest." + name)
        .description(description)
        .register(registry);
  }

  @Override
  public void read(String account, Lane lane, Duration took) {
    registry.timer("hallmonitor.ingest.poll", "account", account, "lane", word(lane)).record(took);
  }

  @Override
  public void published(CommentSeen comment) {
    registry
        .counter(
            "hallmonitor.ingest.comments",
            "account",
            comment.comment().account(),
            "lane",
            word(comment.lane()),
            "kind",
            word(comment.kind()))
        .increment();
  }

  @Override
  public void done(ActionOrdered order, ActionResult result) {
    String outcome =
        result instanceof ActionResult.ActionFailed failed
            ? word(failed.why())
            : ((ActionResult.ActionTaken) result).applied() ? "applied" : "already-so";
    Tags tags =
        Tags.of("account", order.comment().account(), "action", word(order.action()))
            .and("outcome", outcome);
    registry.counter("hallmonitor.ingest.actions", tags).increment();
    registry
        .timer("hallmonitor.ingest.action.from.order", tags)
        .record(Duration.between(order.orderedAt(), result.at()));
  }

  @Override
  public void answered(String account, Outcome outcome) {
    registry
        .counter("hallmonitor.ingest.push", "account", account, "outcome", outcome.word())
        .increment();
  }

  @Override
  public void news(String account) {
    registry.counter("hallmonitor.ingest.stream.news", "account", account).increment();
  }

  @Override
  public void hearing(int accounts) {
    streams.set(accounts);
  }

  /** Counts an instance that lost its accounts without its doing. */
  void takenOver() {
    takeovers.increment();
  }

  /**
   * Records what this instance has.
   *
   * @param accounts that it reads
   * @param comments that wait to be judged
   */
  void shared(int accounts, long comments) {
    owned.set(accounts);
    waiting.set(comments);
  }

  /** Records the statuses of the accounts. */
  void statuses(List<AccountStatus> statuses) {
    register(lag, statuses, s -> s.lagMillis() / 1000.0);
    register(budget, statuses, AccountStatus::budgetLeft);
    register(
        hides,
        statuses.stream().filter(s -> s.allowance().isPresent()).toList(),
        s -> s.allowance().orElseThrow().hides());
    register(pending, statuses, AccountStatus::pendingActions);
    register(connected, statuses, s -> s.state() == AccountStatus.State.CONNECTED ? 1 : 0);
    register(
        paused,
        statuses,
        s -> s.paused().map(p -> Duration.between(p.since(), s.at()).toSeconds()).orElse(0L));
    register(missed, statuses, s -> s.missed().map(MissedDeliveries::comments).orElse(0));
  }

  /** Records what systems had stored today. */
  void stored(List<StoredToday> today) {
    register(storedRows, today, StoredToday::account, StoredToday::rows);
    register(storedBytes, today, StoredToday::account, StoredToday::bytes);
  }

  private static void register(
      MultiGauge gauge, List<AccountStatus> statuses, ToDoubleFunction<AccountStatus> value) {
    register(gauge, statuses, AccountStatus::account, value);
  }

  private static <T> void register(
      MultiGauge gauge, List<T> all, Function<T, String> account, ToDoubleFunction<T> value) {
    gauge.register(
        all.stream()
            .map(one -> Row.of(Tags.of("account", account.apply(one)), value.applyAsDouble(one)))
            .<Row<?>>map(row -> row)
            .toList(),
        true);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
