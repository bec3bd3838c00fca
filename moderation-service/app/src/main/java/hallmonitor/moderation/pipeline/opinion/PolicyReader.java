package hallmonitor.moderation.pipeline.opinion;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.PolicyReading;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.NoOpinion.Blame;
import hallmonitor.moderation.pipeline.opinion.NoOpinion.Why;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.policy.DoubtfulBand;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Asks a language model behind an OpenAI-compatible endpoint, such as Ollama, vLLM or llama.cpp.
 * Any failure counts as no opinion: it is counted and logged by the comment's id, and the comment
 * is judged without it.
 */
public final class PolicyReader implements ThirdOpinion {
  private static final System.Logger LOG = System.getLogger(PolicyReader.class.getName());

  /** Extra time after the time limit, for the exchange to notice that its time is up. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final ReaderSettings settings;
  private final ReaderPrompt prompt;
  private final ChatEndpoint endpoint;
  private final ReaderBreaker breaker;
  private final ExecutorService pool;
  private final PipelineMetrics metrics;

  /** A question in progress, and whether its failure was reported. */
  private record UnderWay(ReaderQuestion question, AtomicBoolean failed) {}

  private PolicyReader(
      ReaderSettings settings,
      ReaderNames.Lookup lookup,
      LongSupplier nanos,
      PipelineMetrics metrics) {
    this.settings = settings;
    this.prompt = new ReaderPrompt(settings.model(), settings.effort());
    this.endpoint = new ChatEndpoint(settings, ReaderNames.of(settings, lookup));
    this.breaker = new ReaderBreaker(nanos);
    this.metrics = metrics;
    this.pool =
        Executors.newFixedThreadPool(
            settings.atOnce(),
            work -> {
              Thread thread = new Thread(work, "policy reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts the reader, or none if no address is configured.
   *
   * @throws IllegalArgumentException with every mistake as a sentence
   */
  public static ThirdOpinion start(ReaderSettings.Written written, PipelineMetrics metrics) {
    return start(written, InetAddress::getAllByName, System::nanoTime, metrics);
  }

  static ThirdOpinion start(
      ReaderSettings.Written written,
      ReaderNames.Lookup lookup,
      LongSupplier nanos,
      PipelineMetrics metrics) {
    Optional<ReaderSettings> settings = ReaderSettings.check(written, lookup);
    if (settings.isEmpty()) {
      return NONE;
    }
    LOG.log(
        settings.get().outsideAllowed() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
        "The policy reader is {0}.{1}",
        settings.get(),
        settings.get().outsideAllowed()
            ? " By configuration, doubtful comments may be sent outside the district."
            : "");
    return new PolicyReader(settings.get(), lookup, nanos, metrics);
  }

  @Override
  public Optional<DoubtfulBand> asksAbout() {
    boolean lets = breaker.lets();
    metrics.policyReaderPaused(!lets);
    return lets ? Optional.of(settings.band()) : Optional.empty();
  }

  @Override
  public Map<Subject, Finding> ask(List<ReaderQuestion> questions) throws InterruptedException {
    long end = System.nanoTime() + settings.limit().toNanos();
    Map<UnderWay, Future<Optional<Finding>>> pending = new LinkedHashMap<>();
    questions.stream()
        .sorted(ReaderQuestion.DANGER_FIRST)
        .map(question -> new UnderWay(question, new AtomicBoolean()))
        .forEach(asked -> pending.put(asked, pool.submit(() -> answer(asked, end))));
    Map<Subject, Finding> answers = new LinkedHashMap<>();
    try {
      for (Map.Entry<UnderWay, Future<Optional<Finding>>> one : pending.entrySet()) {
        finished(one.getKey(), one.getValue(), end)
            .ifPresent(finding -> answers.put(one.getKey().question().subject(), finding));
      }
    } finally {
      pending.values().forEach(future -> future.cancel(true));
    }
    return answers;
  }

  private Optional<Finding> finished(UnderWay asked, Future<Optional<Finding>> pending, long end)
      throws InterruptedException {
    try {
      long left = end + GRACE.toNanos() - System.nanoTime();
      return pending.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      failed(
          asked,
          new NoOpinion(Why.TIMEOUT, Blame.SERVER, "its host name or connection hangs"),
          true);
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The policy reader failed on " + asked.question().subject(),
          e);
      metrics.noOpinion("error");
      return Optional.empty();
    }
  }

  private Optional<Finding> answer(UnderWay asked, long end) {
    ReaderQuestion question = asked.question();
    long start = System.nanoTime();
    long left = end - start;
    if (left <= 0 || !breaker.lets()) {
      metrics.noOpinion("not-asked");
      return Optional.empty();
    }
    try {
      byte[] body = endpoint.post(prompt.of(question), Duration.ofNanos(left));
      breaker.answered();
      Category category = question.doubt().finding().category();
      ReaderAnswer answer = ReaderAnswer.read(body, category);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      metrics.policyRead(took);
      return Optional.of(
          PolicyReading.of(
              category, answer.violates(), answer.confidence(), why(question, answer, took)));
    } catch (NoOpinion e) {
      // A question that started late, behind others, says nothing about the server if it is cut
      // off.
      boolean hadTime = left >= settings.limit().toNanos() / 2;
      failed(asked, e, hadTime || e.why() != Why.TIMEOUT);
      return Optional.empty();
    }
  }

  private String why(ReaderQuestion question, ReaderAnswer answer, Duration took) {
    return String.format(
        Locale.ROOT,
        "The policy reader (%s) read clause %s and says, %.0f%% sure after %d ms, that it %s: “%s”",
        settings.model(),
        question.doubt().clause().id(),
        answer.confidence() * 100,
        took.toMillis(),
        answer.violates() ? "applies" : "does not apply",
        answer.reason());
  }

  private void failed(UnderWay asked, NoOpinion e, boolean counts) {
    if (!asked.failed().compareAndSet(false, true)) {
      return; // its time was up, but its exchange noticed too late
    }
    metrics.noOpinion(e.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    LOG.log(
        System.Logger.Level.WARNING,
        "The policy reader gives no opinion on {0} ({1}); it is judged without.",
        asked.question().subject(),
        e.getMessage());
    if (counts && beginsPause(e.blame())) {
      metrics.policyReaderPaused(true);
      LOG.log(
          System.Logger.Level.ERROR,
          "The policy reader is not asked for {0} s, because it fails; comments are judged without.",
          ReaderBreaker.PAUSE.toSeconds());
    }
  }

  private boolean beginsPause(Blame blame) {
    return switch (blame) {
      case NONE -> false;
      case SILENT -> breaker.wasSilent();
      case SERVER -> breaker.failed();
    };
  }

  /**
   * Does not say whether it is paused: an author could use that time to write what it would catch.
   */
  @Override
  public String state() {
    return "on";
  }

  @Override
  public void close() {
    pool.shutdownNow();
    endpoint.close();
  }
}
