package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.Database;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.store.accounts.AccountDesk;
import hallmonitor.moderation.store.archive.LikenessBackfill;
import hallmonitor.moderation.store.cases.BulkDecisions;
import hallmonitor.moderation.store.cases.CaseStore;
import hallmonitor.moderation.store.cases.HarmlessTexts;
import hallmonitor.moderation.store.escalation.CaseDesk;
import hallmonitor.moderation.store.escalation.HandEscalations;
import hallmonitor.moderation.store.orders.Deletions;
import hallmonitor.moderation.store.records.DisposalJob;
import hallmonitor.moderation.store.records.Disposals;
import hallmonitor.moderation.store.records.Holds;
import hallmonitor.moderation.text.language.DetectedLanguages;
import hallmonitor.moderation.text.language.Languages;
import hallmonitor.settings.yaml.InvalidFileException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Puts the service together; everything else is plain classes. Starts after Flyway has brought the
 * tables up to date.
 */
@ApplicationScoped
public class ModerationWiring {
  private static final System.Logger LOG = System.getLogger(ModerationWiring.class.getName());

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    return Database.of(dataSource).installPlugin(new PostgresPlugin());
  }

  /** A wrong file stops the start: every mistake on a line of its own, and no stack trace. */
  @Produces
  @Singleton
  LiveRules rules(
      @ConfigProperty(name = "hallmonitor.config-dir") Path folder,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets,
      SecondStageRunner secondLook) {
    // Once: a change of the files is only of names and words.
    ModelDetector model = secondLook.after(StandardDetectors.model());
    try {
      return LiveRules.read(
          folder,
          secrets,
          (names, words) -> StandardDetectors.of(names, words, model),
          StandardDetectors.version(secondLook.files()));
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  @Produces
  @Singleton
  DecisionSettings decisions(@ConfigProperty(name = "hallmonitor.config-dir") Path folder) {
    try {
      return DecisionSettings.read(folder);
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  @Produces
  @Singleton
  SecondStageRunner secondLook(JudgingConfig config, PipelineMetrics metrics) {
    return SecondStageRunner.start(
        config.secondStage(), ContextSettings.of(config).patience().dividedBy(2), metrics);
  }

  @Produces
  @Singleton
  PipelineMetrics metrics(MeterRegistry registry) {
    return new PipelineMetrics(registry);
  }

  @Produces
  @Singleton
  BacklogGauges standing(Jdbi jdbi, MeterRegistry registry) {
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
    return new OutboxRelay("outbox", jdbi, producer);
  }

  @Produces
  @Singleton
  CaseStore cases(Jdbi jdbi, OutboxRelay relay) {
    return new CaseStore(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  BulkDecisions bulks(Jdbi jdbi, CaseStore cases, OutboxRelay relay) {
    return new BulkDecisions(jdbi, cases, relay::wake);
  }

  @Produces
  @Singleton
  HandEscalations handEscalations(Jdbi jdbi, OutboxRelay relay) {
    return new HandEscalations(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  Holds holds(Jdbi jdbi) {
    return new Holds(jdbi, Clock.systemUTC());
  }

  @Produces
  @Singleton
  Disposals disposals(Jdbi jdbi, DecisionSettings decisions) {
    return new Disposals(jdbi, Clock.systemUTC(), decisions);
  }

  @Produces
  @Singleton
  DisposalJob disposing(Jdbi jdbi) {
    return new DisposalJob(jdbi);
  }

  @Produces
  @Singleton
  Deletions deletions(Jdbi jdbi, OutboxRelay relay) {
    return new Deletions(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  HarmlessTexts harmlessTexts(Jdbi jdbi) {
    return new HarmlessTexts(jdbi);
  }

  @Produces
  @Singleton
  CaseDesk desk(Jdbi jdbi, OutboxRelay relay) {
    return new CaseDesk(jdbi, Clock.systemUTC(), relay::wake);
  }

  @Produces
  @Singleton
  AccountDesk accounts(Jdbi jdbi, OutboxRelay relay) {
    return new AccountDesk(jdbi, relay::wake);
  }

  @Produces
  @Singleton
  HeldHideReleaseJob held(
      Jdbi jdbi, PipelineConfig config, OutboxRelay relay, PipelineMetrics metrics) {
    return new HeldHideReleaseJob(
        jdbi, CaseSettings.of(config).sealWait(), Clock.systemUTC(), relay::wake, metrics);
  }

  @Produces
  @Singleton
  DeadLetterDesk deadLetters(Jdbi jdbi, Producer<byte[], byte[]> producer) {
    return new DeadLetterDesk(jdbi, producer);
  }

  /** Read beside the start, which need not wait for it. */
  @Produces
  @Singleton
  Languages languages() {
    DetectedLanguages languages = new DetectedLanguages();
    Thread reading = new Thread(languages::warmUp, "reading the languages");
    reading.setDaemon(true);
    reading.start();
    return languages;
  }

  @Produces
  @Singleton
  CommentPipeline comments(
      Jdbi jdbi,
      LiveRules rules,
      Languages languages,
      PipelineConfig config,
      JudgingConfig judging,
      OutboxRelay relay,
      PipelineMetrics metrics) {
    int threads = config.judgeThreads();
    return new CommentPipeline(
        jdbi,
        rules,
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
        languages,
        CaseSettings.of(config),
        ContextSettings.of(judging),
        Clock.systemUTC(),
        relay::wake,
        metrics);
  }

  @Produces
  @Singleton
  PipelineRun run(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Producer<byte[], byte[]> producer,
      OutboxRelay relay) {
    return new PipelineRun(kafka, producer, relay);
  }

  /** Before anybody else starts anything, so that a wrong file is all that is reported. */
  void readFilesFirst(
      @Observes @Priority(1) StartupEvent event, LiveRules rules, DecisionSettings decisions) {
    rules.refresh();
    decisions.refresh();
  }

  void start(
      @Observes StartupEvent event,
      PipelineRun run,
      CommentPipeline comments,
      PipelineConfig config,
      Jdbi jdbi,
      OutboxRelay relay,
      PipelineMetrics metrics,
      MeterRegistry registry) {
    ServiceEventHandlers reports =
        new ServiceEventHandlers(jdbi, Clock.systemUTC(), relay::wake, metrics);
    run.start(comments, config.readers(), config.maxBatch(), reports);
    run.readers()
        .forEach(
            (name, reader) ->
                Gauge.builder("hallmonitor.consumer.lag", reader, r -> r.lag())
                    .description("Records behind the end of the topic")
                    .tag("reader", name)
                    .register(registry));
    compareEarlierTexts(jdbi);
  }

  /** Beside the start: the queue only folds what it knows to be alike. */
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
      SecondStageRunner secondLook,
      Producer<byte[], byte[]> producer) {
    run.close();
    comments.close();
    secondLook.close();
    producer.close();
  }
}
