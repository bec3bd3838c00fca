package hallmonitor.moderation.console.trouble;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.messaging.beat.BeatBoard;
import hallmonitor.messaging.beat.BeatSender;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SelfView;
import hallmonitor.messaging.beat.SilenceLimits;
import hallmonitor.messaging.beat.SilenceLimits.Standing;
import hallmonitor.moderation.console.trouble.SelfSample.Sample;
import hallmonitor.moderation.pipeline.jobs.LostEventsJob;
import hallmonitor.moderation.pipeline.jobs.NotifierBacklog;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.wiring.PipelineFaults;
import hallmonitor.moderation.pipeline.wiring.PipelineRun;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that this service lives, and listens whether the others do. */
@ApplicationScoped
public class ServiceWatch implements NotifierBacklog {
  private static final int AFTER_EVERYTHING = 4_000;
  private static final int BEFORE_EVERYTHING = 1_000;

  /** Fewer are read in seconds; history waits long before so many do. */
  private static final long MANY = 2_000;

  private static final Duration NO_ANSWER = Duration.ofSeconds(60);

  /** After this a person, who has the comment for review, must free the thread. */
  private static final Duration DETECTOR_COMES_BACK = Duration.ofMinutes(2);

  private static final Duration SEALS_ARE_LATE = Duration.ofMinutes(1);

  private final SelfSample database;
  private final PipelineFaults faults;
  private final PipelineRun run;
  private final LostEventsJob lost;
  private final SearchIndexJob search;
  private final ReadPositions positions;
  private final PipelineMetrics metrics;
  private final SilenceLimits limits;
  private volatile @Nullable BeatBoard board;
  private volatile @Nullable BeatSender sender;
  private volatile Sample sample = new Sample(List.of(), Optional.empty(), List.of());
  private volatile long sampledNanos = System.nanoTime();
  private final SinceWhen manyUnread = new SinceWhen();
  private final SinceWhen hanging = new SinceWhen();

  ServiceWatch(
      SelfSample database,
      PipelineFaults faults,
      PipelineRun run,
      LostEventsJob lost,
      SearchIndexJob search,
      ReadPositions positions,
      PipelineMetrics metrics,
      SilenceConfig config) {
    this.metrics = metrics;
    this.positions = positions;
    this.lost = lost;
    this.search = search;
    this.database = database;
    this.faults = faults;
    this.run = run;
    this.limits =
        new SilenceLimits(config.runningAfter(), config.startingAfter(), config.stoppedAfter());
  }

  void start(
      @Observes @Priority(AFTER_EVERYTHING) StartupEvent event,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    sample = database.read();
    sampledNanos = System.nanoTime();
    board = new BeatBoard(kafka, limits).start();
    sender = new BeatSender(kafka, "moderation", this::self, InstantSource.system()).start();
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void look() {
    sample = database.read();
    sampledNanos = System.nanoTime();
    long unread =
        run.readers().entrySet().stream()
            .filter(reader -> reader.getKey().matches("comments-\\d+"))
            .map(Map.Entry::getValue)
            .mapToLong(BatchReader::lag)
            .sum();
    Instant now = Instant.now();
    manyUnread.note(unread > MANY, now);
    hanging.note(metrics.hanging() > 0, now);
  }

  /** Asks neither the database nor the broker. */
  private SelfView self() {
    List<Fault> wrong = new ArrayList<>();
    faults.now().forEach(why -> wrong.add(new Fault("service", why)));
    // Told, but the service is ready: it has done all that it can.
    lost.alarm().ifPresent(why -> wrong.add(new Fault("service", why)));
    positions.alarm().ifPresent(why -> wrong.add(new Fault("service", why)));
    wrong.addAll(sample.faults());
    search.fault().ifPresent(why -> wrong.add(new Fault("search", why)));
    if (hanging.isLongerThan(DETECTOR_COMES_BACK, Instant.now())) {
      wrong.add(
          new Fault(
              "service",
              "A detector does not come back from a comment and may use up a processor; restart the"
                  + " moderation service."));
    }
    if (System.nanoTime() - sampledNanos > NO_ANSWER.toNanos()) {
      wrong.add(new Fault("database", "The moderation service gets no answer from its database."));
    }
    List<Wait> waits = new ArrayList<>(sample.waits());
    manyUnread.since().ifPresent(since -> waits.add(new Wait("first-look", MANY, since)));
    return SelfView.of(Optional.empty(), waits, wrong).withPlanned(sample.planned());
  }

  /** Returns what was heard of a service; empty before the start. */
  Optional<Hearing> of(String service) {
    return Optional.ofNullable(board).map(listening -> listening.of(service));
  }

  @Override
  public boolean sealsWait() {
    return of("notifier")
        .filter(hearing -> limits.of(hearing) == Standing.LIVES)
        .flatMap(Hearing::latest)
        .map(ServiceWatch::sealsWait)
        .orElse(true);
  }

  private static boolean sealsWait(ServiceBeat beat) {
    Instant late = beat.at().minus(SEALS_ARE_LATE);
    return beat.waits().stream().anyMatch(w -> w.what().equals("seal") && w.since().isBefore(late));
  }

  SilenceLimits limits() {
    return limits;
  }

  /** Returns a stop that a person announced and that is not over. */
  Optional<PlannedStop> planned() {
    return sample.planned().filter(stop -> stop.until().isAfter(Instant.now()));
  }

  /** Says goodbye before the other parts end. */
  void stop(@Observes @Priority(BEFORE_EVERYTHING) ShutdownEvent event) {
    if (sender != null) {
      sender.close();
    }
    if (board != null) {
      board.close();
    }
  }
}
