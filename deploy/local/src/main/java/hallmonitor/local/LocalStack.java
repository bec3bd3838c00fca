package hallmonitor.local;

import static java.util.stream.Collectors.joining;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.local.StartedParts.Layer;
import hallmonitor.local.practice.PracticePage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A whole local run: the lock on its data, PostgreSQL, Kafka, the mailbox, the practice page, and
 * the three supervised services. Used by the one-command run, the system tests and the benchmarks.
 */
public final class LocalStack implements AutoCloseable {
  private static final long START_WINDS_DOWN_SECONDS = 90;

  private final StackSettings settings;
  private final StartProgress progress;
  private final StackParts parts;
  private final StartedParts started;
  private final Map<ServiceName, Service> services = new ConcurrentHashMap<>();
  private final CountDownLatch startEnded = new CountDownLatch(1);

  private volatile boolean starting;
  private volatile @Nullable EmbeddedDatabase database;
  private volatile @Nullable Map<String, Object> broker;
  private volatile @Nullable Path config;
  private volatile @Nullable ServiceLaunch launched;
  private volatile Optional<String> firstSignIn = Optional.empty();

  public LocalStack(StackSettings settings, StartProgress progress) {
    this(settings, progress, new LocalParts());
  }

  /**
   * Creates a stack.
   *
   * @param parts what runs besides the database and the services
   */
  public LocalStack(StackSettings settings, StartProgress progress, StackParts parts) {
    this.settings = settings;
    this.progress = progress;
    this.parts = parts;
    this.started = new StartedParts(progress);
  }

  /**
   * Starts everything and returns when all three services are ready. After a failure, the started
   * parts run until {@link #close()}.
   *
   * @throws CannotStart with one sentence for a person
   */
  public void start() {
    starting = true;
    try {
      DataFolder data = DataFolder.open(settings.data());
      started.add(Layer.LOCK, DataLock.take(data));
      LauncherLog.to(data.logs().resolve("launcher.log"));
      stopLeftOvers(data);
      Preflight.check(settings, data);
      config = ConfigFiles.prepare(settings, data);
      LocalSecrets secrets = new LocalSecrets(data);
      startDatabaseAndBroker(data, secrets);
      startPages(data, secrets);
      startServices(data, secrets);
      firstSignIn = secrets.takeFirstSignIn();
    } finally {
      startEnded.countDown();
    }
  }

  private static void stopLeftOvers(DataFolder data) {
    for (ServiceName name : ServiceName.values()) {
      PidFile.of(data, name).stopLeftOver();
    }
    EmbeddedDatabase.stopLeftOver(data.database());
  }

  private void startDatabaseAndBroker(DataFolder data, LocalSecrets secrets) {
    progress.say("Starting PostgreSQL and Kafka.");
    Parallel.run(
        List.of(() -> startDatabase(data, secrets), () -> startBroker(data, secrets.broker())));
  }

  private void startDatabase(DataFolder data, LocalSecrets secrets) {
    int port = settings.ports().of(PortName.DATABASE);
    RunBackup backup = RunBackup.prepare(settings, data, secrets.database());
    EmbeddedDatabase running =
        EmbeddedDatabase.start(data.database(), port, secrets.database(), backup.archive());
    database = running;
    started.add(Layer.DATABASE, running);
    started.add(Layer.DATABASE_WATCH, new DatabaseWatch(running, progress));
    backup.start(running, config(), progress).ifPresent(job -> started.add(Layer.BACKUP, job));
    progress.say("PostgreSQL is up.");
  }

  private void startBroker(DataFolder data, BrokerAccess access) {
    Ports ports = settings.ports();
    broker = access.owner(bootstrapServers());
    started.add(
        Layer.BROKER,
        parts.broker(
            data.kafka(), ports.of(PortName.KAFKA), ports.of(PortName.KAFKA_CONTROLLER), access));
    progress.say("Kafka is up, with its topics.");
  }

  private void startPages(DataFolder data, LocalSecrets secrets) {
    Ports ports = settings.ports();
    try {
      started.add(
          Layer.PAGES,
          parts.mailbox(ports.of(PortName.SMTP), ports.of(PortName.MAILBOX), data.mailbox()));
      PracticePage practice =
          parts.practice(
              ports.of(PortName.PRACTICE),
              data.practice(),
              secrets.practice("http://127.0.0.1:" + ServiceLaunch.pushPort(settings) + "/push/"));
      started.add(Layer.PAGES, practice);
      // So that the practice pages say why a comment went, as no real platform does.
      started.add(
          Layer.PAGES,
          RemovalReasonReader.of(practice, config(), broker(), ports.http(PortName.CONSOLE)));
      progress.say("The mailbox and the practice pages are up.");
      ConfigFiles.unread(config(), settings.root(), practice.reasons().keySet())
          .ifPresent(progress::say);
    } catch (IOException e) {
      throw new CannotStart("The mailbox or the practice pages cannot start: " + e.getMessage(), e);
    }
  }

  private void startServices(DataFolder data, LocalSecrets secrets) {
    List<ServiceName> names = parts.services();
    progress.say(
        names.size() == ServiceName.values().length
            ? "Starting the three services."
            : "Starting: " + names.stream().map(ServiceName::text).collect(joining(", ")) + ".");
    ServiceLaunch launch =
        new ServiceLaunch(
            settings, config(), data.secrets(), secrets, database(), bootstrapServers());
    launched = launch;
    for (ServiceName name : names) {
      Service service = Service.start(name, launch, data, progress);
      services.put(name, service);
      started.add(Layer.SERVICES, service);
    }
    Parallel.run(names.stream().<Runnable>map(name -> () -> awaitReady(name)).toList());
  }

  private void awaitReady(ServiceName name) {
    Service service = service(name);
    service.awaitReady();
    service.supervise();
    progress.say("The " + name.text() + " is ready.");
  }

  /**
   * Returns a service.
   *
   * @throws IllegalStateException before it was started
   */
  public Service service(ServiceName name) {
    Service service = services.get(name);
    if (service == null) {
      throw new IllegalStateException("the " + name.text() + " has not been started");
    }
    return service;
  }

  /**
   * Returns one more process of a service, which shares the work of the first. It is not started
   * and will not be supervised.
   *
   * @param health the port of its health and metrics; its pages take any free one
   * @param root the built folder that it is of, such as one with another version
   */
  public ProcessBuilder another(ServiceName name, int health, Path root) {
    return Objects.requireNonNull(launched, "nothing asks before the start")
        .another(name, health, root);
  }

  public StackSettings settings() {
    return settings;
  }

  public EmbeddedDatabase database() {
    return Objects.requireNonNull(database, "nothing asks before the start");
  }

  /** Returns the connection to Kafka of the user that may do everything. */
  public Map<String, Object> broker() {
    return Objects.requireNonNull(broker, "nothing asks before the start");
  }

  /** Returns Kafka's host and port. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.ports().of(PortName.KAFKA);
  }

  /** Returns the folder with the current {@code district.yaml} and {@code policy.yaml}. */
  public Path config() {
    return Objects.requireNonNull(config, "nothing asks before the start");
  }

  /** Returns the folder with one file per secret. */
  public Path secrets() {
    return new DataFolder(settings.data()).secrets();
  }

  /** Returns the folder with one log file per service, and one of the launcher. */
  public Path logs() {
    return new DataFolder(settings.data()).logs();
  }

  /** Returns {@code <name> <password>} if this start created the console's first account. */
  public Optional<String> firstSignIn() {
    return firstSignIn;
  }

  /**
   * Stops the services, then the pages, the broker and the database. Cancels a start in progress.
   */
  @Override
  public void close() {
    started.close();
    if (!starting) {
      return;
    }
    try {
      startEnded.await(START_WINDS_DOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
