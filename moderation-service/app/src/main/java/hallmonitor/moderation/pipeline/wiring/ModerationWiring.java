package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.moderation.finding.together.PileOn;
import hallmonitor.moderation.pipeline.CaseSettings;
import hallmonitor.moderation.pipeline.CommentPipeline;
import hallmonitor.moderation.pipeline.ContextSettings;
import hallmonitor.moderation.pipeline.DeadLetterDesk;
import hallmonitor.moderation.pipeline.FirstLookPositions;
import hallmonitor.moderation.pipeline.LookAhead;
import hallmonitor.moderation.pipeline.LookParts;
import hallmonitor.moderation.pipeline.Precedence;
import hallmonitor.moderation.pipeline.SecondLook;
import hallmonitor.moderation.pipeline.ServiceEventHandlers;
import hallmonitor.moderation.pipeline.jobs.HeldHideReleaseJob;
import hallmonitor.moderation.pipeline.metrics.BacklogGauges;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.SecondStageRunner;
import hallmonitor.moderation.store.archive.LikenessBackfill;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.text.language.DetectedLanguages;
import hallmonitor.moderation.text.language.Languages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Wires the service; everything else is plain classes. Starts after Flyway has migrated the tables.
 */
@ApplicationScoped
public class ModerationWiring {
  private static final System.Logger LOG = System.getLogger(ModerationWiring.class.getName());

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    return Database.of(dataSource).installPlugin(new PostgresPlugin());
  }

  @Produces
  @Singleton
  PipelineMetrics metrics(MeterRegistry registry) {
    return new PipelineMetrics(registry);
  }

  @Produces
  @Singleton
  BacklogGauges gauges(Jdbi jdbi, MeterRegistry registry) {
    return new BacklogGauges(jdbi, registry);
  }

  @Produces
  @Singleton
  Producer<byte[], byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    return KafkaClients.producer(kafka);
  }

  @Produces
  @Singleton
  OutboxRelay relay(Jdbi jdbi, Producer<byte[], byte[]> producer) {
    return new OutboxRelay("outbox", jdbi, producer)
        .keeping(Topic.ACTIONS, Topic.ESCALATIONS, Topic.CASE_EVENTS, Topic.ACCOUNT_COMMANDS);
  }

  @Produces
  @Singleton
  HeldHideReleaseJob held(
      Jdbi jdbi, PipelineConfig config, OutboxRelay relay, PipelineMetrics metrics) {
    return new HeldHideReleaseJob(jdbi, config.sealWait(), Clock.systemUTC(), relay::wake, metrics);
  }

  @Produces
  @Singleton
  DeadLetterDesk deadLetters(Jdbi jdbi, Producer<byte[], byte[]> producer) {
    return new DeadLetterDesk(jdbi, producer);
  }

  @Produces
  @Singleton
  DetectedLanguages languages() {
    return new DetectedLanguages();
  }

  @Produces
  @Singleton
  SearchIndex searchIndex(Jdbi jdbi, Languages languages) {
    return new SearchIndex(jdbi, languages);
  }

  @Produces
  @Singleton
  LookParts parts(
      Jdbi jdbi,
      LiveRules rules,
      ThirdOpinion thirdOpinion,
      Languages languages,
      PipelineConfig config,
      JudgingConfig judging,
      PicturesConfig pictures,
      OutboxRelay relay,
      PipelineMetrics metrics) {
    return new LookParts(
        jdbi,
        rules,
        thirdOpinion,
        languages,
        new CaseSettings(config.longPast(), config.sealWait(), pictures.read()),
        new ContextSettings(
            judging.readTogetherWithin(),
            new PileOn(judging.pileOnAuthors(), judging.pileOnWithin()),
            judging.timeLimit()),
        Clock.systemUTC(),
        relay::wake,
        metrics);
  }

  @Produces
  @Singleton
  Precedence precedence() {
    return new Precedence();
  }

  @Produces
  @Singleton
  SecondLook secondLook(LookParts parts, PipelineConfig config, Precedence precedence) {
    return new SecondLook(parts, threads(config), precedence);
  }

  @Produces
  @Singleton
  CommentPipeline comments(
      LookParts parts, PipelineConfig config, Precedence precedence, SecondLook secondLook) {
    return new CommentPipeline(parts, threads(config), precedence, secondLook::wake);
  }

  @Produces
  @Singleton
  FirstLookPositions positions(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    return new FirstLookPositions(kafka, PipelineRun.FIRST_LOOK);
  }

  @Produces
  @Singleton
  LookAhead ahead(
      LookParts parts, PipelineConfig config, FirstLookPositions positions, Precedence precedence) {
    return new LookAhead(parts, threads(config), positions, precedence);
  }

  private static int threads(PipelineConfig config) {
    int threads = config.judgeThreads();
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  @Produces
  @Singleton
  ReadPositions readPositions(
      Jdbi jdbi, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    return new ReadPositions(jdbi, kafka);
  }

  @Produces
  @Singleton
  PipelineRun run(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Producer<byte[], byte[]> producer,
      OutboxRelay relay,
      SecondLook secondLook,
      Precedence precedence,
      Jdbi jdbi,
      ReadPositions positions) {
    return new PipelineRun(
        kafka, producer, relay, secondLook, precedence, Database.health(jdbi), positions);
  }

  void start(
      @Observes StartupEvent event,
      PipelineRun run,
      CommentPipeline comments,
      LookAhead ahead,
      PipelineConfig config,
      Jdbi jdbi,
      OutboxRelay relay,
      Precedence precedence,
      PipelineMetrics metrics,
      LiveRules rules,
      MeterRegistry registry) {
    ServiceEventHandlers handlers =
        new ServiceEventHandlers(
            jdbi, Clock.systemUTC(), relay::wake, precedence, metrics, rules::clause);
    run.start(comments, ahead, config.readers(), config.maxBatch(), handlers);
    run.readers()
        .forEach(
            (name, reader) ->
                Gauge.builder("hallmonitor.consumer.lag", reader, r -> r.lag())
                    .description("Records behind the end of the topic")
                    .tag("reader", name)
                    .register(registry));
    compareEarlierTexts(jdbi);
  }

  /** Runs in the background: until then, the queue folds only texts already known to be alike. */
  private static void compareEarlierTexts(Jdbi jdbi) {
    Thread comparing =
        new Thread(
            () -> {
              try {
                new LikenessBackfill(jdbi).run();
              } catch (SQLException | RuntimeException e) {
                LOG.log(
                    System.Logger.Level.WARNING,
                    "open cases from an earlier version are not folded until the next start ({0})",
                    e.getClass().getName());
              }
            },
            "comparing earlier texts");
    comparing.setDaemon(true);
    comparing.start();
  }

  void stop(
      @Observes ShutdownEvent event,
      PipelineRun run,
      CommentPipeline comments,
      LookAhead ahead,
      FirstLookPositions positions,
      SecondStageRunner secondStage,
      ThirdOpinion thirdOpinion,
      Producer<byte[], byte[]> producer,
      MeterRegistry registry) {
    run.close();
    ahead.close();
    positions.close();
    comments.close();
    secondStage.close();
    thirdOpinion.close();
    producer.close();
    forgetGauges(registry);
  }

  /**
   * A gauge reads an object of this run. If the service restarts in the same process, as in tests,
   * the registry outlives the run and would keep the gauge of the old object.
   */
  private static void forgetGauges(MeterRegistry registry) {
    registry.getMeters().stream()
        .filter(meter -> meter.getId().getType() == Meter.Type.GAUGE)
        .filter(meter -> meter.getId().getName().startsWith("hallmonitor."))
        .toList()
        .forEach(registry::remove);
  }
}
