package hallmonitor.ingest;

import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CheckpointScan;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.OwnerCalls;
import hallmonitor.ingest.account.Ownership;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.action.ActionInbox;
import hallmonitor.ingest.action.ActionTable;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CommandInbox;
import hallmonitor.ingest.command.CommandTable;
import hallmonitor.ingest.command.CredentialChecks;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.api.ApiPlatform;
import hallmonitor.ingest.connector.api.DailyLimit;
import hallmonitor.ingest.connector.bluesky.Bluesky;
import hallmonitor.ingest.connector.discourse.Discourse;
import hallmonitor.ingest.connector.facebook.Facebook;
import hallmonitor.ingest.connector.feed.Rss;
import hallmonitor.ingest.connector.ghost.Ghost;
import hallmonitor.ingest.connector.instagram.Instagram;
import hallmonitor.ingest.connector.mastodon.Mastodon;
import hallmonitor.ingest.connector.mediawiki.MediaWiki;
import hallmonitor.ingest.connector.wordpress.WordPress;
import hallmonitor.ingest.connector.x.XPlatform;
import hallmonitor.ingest.connector.youtube.YouTube;
import hallmonitor.ingest.credential.CredentialDesk;
import hallmonitor.ingest.credential.SignIns;
import hallmonitor.ingest.polling.ProfilePictures;
import hallmonitor.ingest.push.PushEndpoint;
import hallmonitor.ingest.stream.StreamKeeper;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.messaging.beat.BeatSender;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Wires the service together. The only class that knows all of its parts. */
@ApplicationScoped
public class Wiring {
  private static final System.Logger LOG = System.getLogger(Wiring.class.getName());
  private static final String GROUP = "ingest";
  private static final int MOST_ORDERS_AT_ONCE = 500;
  private static final long BYTES_IN_MEGABYTE = 1024 * 1024;

  @Inject IngestConfig config;
  @Inject DataSource dataSource;
  @Inject MeterRegistry registry;
  @Inject Vertx vertx;

  @Inject
  @Identifier("default-kafka-broker")
  Map<String, Object> kafkaSettings;

  private @Nullable Producer<byte[], byte[]> producer;
  private @Nullable IngestService service;
  private @Nullable BeatSender beats;
  private @Nullable PushEndpoint push;
  private @Nullable StreamKeeper streams;
  private @Nullable SafeFetch pictures;

  /**
   * Returns the platforms. This is the only place that names a connector.
   *
   * @param youTubeUnits what a Google project may spend in a day
   * @param xDollars what an app on X may cost in a month
   * @param jetstream where Bluesky's posts are heard
   * @param api the one that keeps what is delivered to it
   */
  static List<Platform> platforms(
      long youTubeUnits, long xDollars, Optional<URI> jetstream, ApiPlatform api) {
    return List.of(
        api,
        new Bluesky(jetstream),
        new Discourse(),
        new Ghost(),
        new Rss(),
        new Mastodon(),
        new MediaWiki(),
        new WordPress(),
        new XPlatform(xDollars),
        new YouTube(youTubeUnits),
        new Facebook(),
        new Instagram());
  }

  void start(@Observes StartupEvent event) {
    FormerSettings.warnings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class))
        .forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    Map<String, Object> kafka = new HashMap<>(kafkaSettings);
    InstantSource clock = InstantSource.system();
    Jdbi database = Database.of(dataSource);
    // Short, so that an unreachable broker does not block threads with other tasks.
    kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    Producer<byte[], byte[]> events = KafkaClients.producer(kafka);
    producer = events;
    ReadPositions positions = new ReadPositions(database, kafka);
    ActionTable actions = new ActionTable(database);
    OutboxRelay results = new OutboxRelay("results", database, events);
    CommandTable commandTable = new CommandTable(database);
    AccountControls controls = new AccountControls(commandTable);
    IngestMetrics metrics = new IngestMetrics(registry);
    AccountSecrets secrets =
        new AccountSecrets(config.secretsDir(), System::getenv)
            .appsOnThisMachine(config.ingest().appSecretsOnThisMachine());
    PipelineLag lag =
        new PipelineLag(Admin.create(kafkaSettings), config.ingest().historyWaitsAbove());
    ApiPlatform api = api(database, lag, clock);
    OwnerCalls calls = new OwnerCalls(database);
    CredentialDestinations destinations = new CredentialDestinations(database);
    SealedCredentials credentials =
        new SealedCredentials(database, () -> secrets.find(SealedCredentials.KEY));
    Map<String, Platform> platforms =
        platforms(
                config.ingest().youtubeUnitsPerDay(),
                config.ingest().xDollarsPerMonth(),
                config.ingest().jetstream(),
                api)
            .stream()
            .collect(Collectors.toMap(Platform::name, p -> p));
    Accounts accounts =
        new Accounts(
            platforms,
            new ConnectedAccount.Dependencies(
                kafka,
                new CheckpointScan(kafka),
                secrets,
                destinations,
                credentials,
                actions,
                config.ingest().requestsPerSecond(),
                clock,
                metrics.and(lag),
                metrics,
                results::wake,
                controls,
                lag::holdsHistory,
                config.ingest().push().address().map(on -> config.ingest().push().missedAfter()),
                pictures()),
            calls);
    BatchReader orders =
        new BatchReader(
                "orders",
                KafkaClients.consumer(kafka, GROUP, MOST_ORDERS_AT_ONCE),
                List.of(Topic.ACTIONS.topicName()),
                new ActionInbox(actions, accounts::wakeOrders),
                new DeadLetters(events, GROUP),
                Database.health(database))
            .remembering(positions);
    CredentialChecks checks =
        new CredentialChecks(commandTable, accounts::check, controls::refresh);
    BatchReader commands =
        new BatchReader(
                "commands",
                KafkaClients.consumer(kafka, GROUP + "-commands", MOST_ORDERS_AT_ONCE),
                List.of(Topic.ACCOUNT_COMMANDS.topicName()),
                new CommandInbox(
                    commandTable,
                    () -> {
                      controls.refresh();
                      checks.wake();
                    }),
                new DeadLetters(events, GROUP + "-commands"),
                Database.health(database))
            .remembering(positions);
    CredentialDesk desk =
        new CredentialDesk(
            kafka,
            events,
            database,
            platforms,
            new SignIns(platforms, secrets, credentials, clock),
            secrets,
            config.secretsDir(),
            credentials,
            destinations,
            results::wake,
            positions,
            clock);
    service =
        new IngestService(
                new WatchedFile<>(config.configDir().resolve("district.yaml"), DistrictFile::read),
                accounts,
                new Ownership(database, calls, accounts, System::nanoTime, metrics::takenOver),
                lag,
                orders,
                commands,
                controls,
                checks,
                desk,
                results,
                actions,
                new StatusPublisher(events),
                metrics,
                api::storedToday,
                new LostCheckpoints(positions, commandTable, "checkpoints"),
                clock)
            .start();
    beats = new BeatSender(kafkaSettings, "ingest", service()::self, clock).start();
    push = endpoint(accounts, metrics).orElse(null);
    streams = new StreamKeeper(vertx, accounts::streams, metrics, clock).start();
  }

  private Optional<SafeFetch> pictures() {
    pictures =
        config.ingest().profilePictures()
            ? new SafeFetch(InetAddress::getAllByName, ProfilePictures.CAPS)
            : null;
    return Optional.ofNullable(pictures);
  }

  private ApiPlatform api(Jdbi database, PipelineLag lag, InstantSource clock) {
    IngestConfig.Push given = config.ingest().push();
    return new ApiPlatform(
        database,
        given.address().isPresent(),
        new DailyLimit(
            given.accountRowsPerDay(), given.accountMegabytesPerDay() * BYTES_IN_MEGABYTE, clock),
        lag::holdsHistory);
  }

  private Optional<PushEndpoint> endpoint(Accounts accounts, IngestMetrics metrics) {
    IngestConfig.Push given = config.ingest().push();
    return given
        .address()
        .map(
            address ->
                new PushEndpoint.Settings(
                    address,
                    given.host(),
                    given.port(),
                    given.accountRequestsPerMinute(),
                    given.allRequestsPerMinute()))
        .map(
            settings -> new PushEndpoint(vertx, settings, accounts, metrics.and(accounts)).start());
  }

  void stop(@Observes ShutdownEvent event) {
    if (beats != null) {
      beats.close();
    }
    if (push != null) {
      push.close();
    }
    if (streams != null) {
      streams.close();
    }
    if (pictures != null) {
      pictures.close();
    }
    if (service != null) {
      service.close();
    }
    if (producer != null) {
      producer.close(Duration.ofSeconds(3));
    }
  }

  /** Returns threads that ended unexpectedly. Only a restart brings them back. */
  List<String> dead() {
    List<String> dead = new ArrayList<>(service().dead());
    if (beats != null && !beats.alive()) {
      dead.add("beats");
    }
    if (push != null && !push.alive()) {
      dead.add("push renewals");
    }
    if (streams != null && !streams.alive()) {
      dead.add("streams");
    }
    return dead;
  }

  IngestService service() {
    return Objects.requireNonNull(service, "nothing asks before the start");
  }
}
