package hallmonitor.system.accounts;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.embedded.Folders;
import hallmonitor.embedded.FreePorts;
import hallmonitor.local.practice.CommentStore;
import hallmonitor.local.practice.ManySites;
import hallmonitor.local.practice.PracticeComment;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceProcess;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two ingest services share many accounts. One after the other is killed with -9 and started again,
 * and after each third kill the other is stopped for longer than its lease, while comments and
 * orders come in.
 */
public final class AccountsRun implements AutoCloseable {
  /** The longest time between two reads of an account without news. */
  public static final Duration POLLING = Duration.ofSeconds(5);

  private static final int BURST = 200;
  private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(15);
  private static final int STEADY_PER_SECOND = 10;
  private static final Duration FROZEN = Duration.ofSeconds(9);
  private static final Duration READY = Duration.ofMinutes(4);
  private static final Duration REST = Duration.ofMinutes(4);

  /**
   * The parameters.
   *
   * @param accounts at least two
   * @param length how long comments come in
   * @param betweenKills from one to the next
   * @param faults share of the platform's answers that fail, 0 to 1
   */
  public record Order(
      int accounts, Duration length, Duration betweenKills, double faults, long seed) {}

  private final Order order;
  private final Consumer<String> progress;
  private final Random chance;
  private final Path folder;
  private final List<String> names;
  private final SimulatedPlatform platform;
  private final ManySites sites;
  private final Map<String, Long> written = new ConcurrentHashMap<>();
  private final Set<String> ours = ConcurrentHashMap.newKeySet();
  private final List<Stillness> stillnesses = new ArrayList<>();
  private final List<ServiceProcess> services;
  private final PublishedComments published;

  /**
   * Prepares a run.
   *
   * @param progress receives a line for each step
   */
  public AccountsRun(Order order, Consumer<String> progress) {
    this.order = order;
    this.progress = progress;
    this.chance = new Random(order.seed());
    this.names = IntStream.range(0, order.accounts()).mapToObj("site-%d"::formatted).toList();
    Parts parts = Parts.shared();
    try {
      folder = Files.createTempDirectory("hall-monitor-accounts-");
      platform = new SimulatedPlatform(order.seed(), order.faults(), this::comments);
      sites = ManySites.start(names, folder.resolve("sites"), "moderator:password", platform);
      configure();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    services =
        List.of(
            new ServiceProcess("first", ingest(parts), folder),
            new ServiceProcess("second", ingest(parts), folder));
    published = new PublishedComments(parts.bootstrapServers(), ours);
  }

  private ProcessBuilder ingest(Parts parts) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx448m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            ScratchStack.root()
                .resolve("ingest-service/target/quarkus-app/quarkus-run.jar")
                .toString());
    builder
        .environment()
        .putAll(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", parts.bootstrapServers(),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(FreePorts.one()),
                "QUARKUS_DATASOURCE_JDBC_URL", parts.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", DatabaseRole.INGEST.sqlName(),
                "QUARKUS_DATASOURCE_PASSWORD", parts.passwords().of(DatabaseRole.INGEST),
                "HALLMONITOR_CONFIG_DIR", folder.resolve("config").toString(),
                "HALLMONITOR_SECRETS_DIR", folder.resolve("secrets").toString(),
                "MALLOC_ARENA_MAX", "2"));
    return builder;
  }

  private CommentStore comments(String site) {
    return sites.comments(site);
  }

  private void configure() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(folder.resolve("secrets/accounts"));
    Files.writeString(folder.resolve("secrets/accounts/present"), "moderator:password");
    String accounts =
        names.stream()
            .map(
                name ->
                    """
                      - id: %s
                        platform: wordpress
                        building: high
                        kind: school
                        administrator: novak
                        base-url: %s
                        credential: present
                        polling: { floor: 1s, idle: %ds }
                    """
                        .formatted(name, sites.url(name), POLLING.toSeconds()))
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("config/district.yaml"),
        """
        district: Test District
        buildings: [{ id: high, name: High School }]
        people: [{ id: novak, name: Petra Novak, email: novak@example.org, roles: [{ role: account-administrator }] }]
        accounts:
        """
            + accounts);
  }

  /** Returns one sentence for each broken promise; empty if all hold. */
  public List<String> run() {
    long began = System.currentTimeMillis();
    services.get(0).start();
    await(READY, () -> platform.sitesAsked() == names.size());
    progress.accept(
        "one service read the last of %d accounts %d ms after its start, with %d ms of processor time"
            .formatted(
                names.size(),
                platform.lastFirstAsked() - began,
                services.get(0).processorTime().toMillis()));
    services.get(1).start();
    disturb();
    AccountsCheck check = new AccountsCheck(platform, published, written, stillnesses);
    await(REST, check::atRest);
    check.figures(names.get(0)).forEach(progress);
    return check.broken();
  }

  private void disturb() {
    long start = System.nanoTime();
    long second = 0;
    int kills = 0;
    long frozenUntil = -1;
    while (second < order.length().toSeconds()) {
      write(second);
      if (second > 0 && second % order.betweenKills().toSeconds() == 0) {
        ServiceProcess victim = services.get(kills % 2);
        progress.accept("%d s: kill -9 of the %s".formatted(second, victim.name()));
        victim.kill();
        victim.start();
        kills++;
        if (kills % 3 == 0) {
          frozenUntil = second + untilFrozen() + FROZEN.toSeconds();
        }
      }
      ServiceProcess other = services.get(kills % 2);
      if (frozenUntil - FROZEN.toSeconds() == second) {
        progress.accept("%d s: the %s stands still for %s".formatted(second, other.name(), FROZEN));
        other.freeze();
        stillnesses.add(Stillness.from(System.currentTimeMillis(), FROZEN));
      } else if (frozenUntil == second) {
        other.thaw();
      }
      services.forEach(ServiceProcess::keep);
      second++;
      sleepUntil(start + Duration.ofSeconds(second).toNanos());
    }
    if (frozenUntil >= second) {
      services.get(kills % 2).thaw();
    }
    progress.accept("%d kills; waiting for rest".formatted(kills));
  }

  /** Halfway to the next kill, when the killed one works again: one is down at a time. */
  private long untilFrozen() {
    long kill = order.betweenKills().toSeconds();
    return Math.max(1, Math.min(kill / 2, kill - FROZEN.toSeconds() - 1));
  }

  private void write(long second) {
    if (second % BETWEEN_BURSTS.toSeconds() == BETWEEN_BURSTS.toSeconds() / 2) {
      String noisy = names.get(0);
      IntStream.range(0, BURST).forEach(i -> write(noisy));
    }
    for (int i = 0; i < STEADY_PER_SECOND; i++) {
      write(names.get(1 + chance.nextInt(names.size() - 1)));
    }
  }

  private void write(String site) {
    try {
      PracticeComment comment =
          sites
              .comments(site)
              .create(
                  PracticeComment.Draft.plain(1, 0, "Dana", "Word %d".formatted(chance.nextInt())));
      String key = PublishedComments.key(site, String.valueOf(comment.id()));
      ours.add(key);
      written.put(key, System.currentTimeMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(Duration longest, BooleanSupplier met) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!met.getAsBoolean() && System.nanoTime() < deadline) {
      services.forEach(ServiceProcess::keep);
      sleepUntil(System.nanoTime() + Duration.ofMillis(100).toNanos());
    }
  }

  private static void sleepUntil(long nanos) {
    try {
      Thread.sleep(Math.max(0, (nanos - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    published.close();
    services.forEach(ServiceProcess::close);
    try {
      sites.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Folders.delete(folder);
    }
  }
}
