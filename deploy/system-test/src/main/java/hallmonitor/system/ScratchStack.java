package hallmonitor.system;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.LocalParts;
import hallmonitor.local.LocalStack;
import hallmonitor.local.PortName;
import hallmonitor.local.Ports;
import hallmonitor.local.StackParts;
import hallmonitor.local.StackSettings;
import hallmonitor.local.StartProgress;
import hallmonitor.testparts.PooledConnections;
import hallmonitor.testparts.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** A whole stack on free ports with its own data, deleted on close. */
public final class ScratchStack implements AutoCloseable {
  private final Path folder;
  private final StackSettings settings;
  private final StackParts parts;
  private final Map<DatabaseRole, ServiceTables> tables = new ConcurrentHashMap<>();
  private LocalStack stack;

  private ScratchStack(Path folder, StackSettings settings, StackParts parts) {
    this.folder = folder;
    this.settings = settings;
    this.parts = parts;
    this.stack = notStarted();
  }

  public static ScratchStack start() {
    return start(UnaryOperator.identity());
  }

  /**
   * Starts a stack.
   *
   * @param tune changes the settings before the start
   */
  public static ScratchStack start(UnaryOperator<StackSettings> tune) {
    return start(tune, new LocalParts());
  }

  /**
   * Starts a stack.
   *
   * @param parts what runs besides the database and the services
   */
  public static ScratchStack start(UnaryOperator<StackSettings> tune, StackParts parts) {
    Path folder = ScratchFolder.create("hall-monitor-scratch-");
    StackSettings settings =
        StackSettings.of(root(), folder.resolve("data"))
            .withPorts(Ports.free())
            .withEnvironment(ofTheBuild());
    ScratchStack scratch = new ScratchStack(folder, tune.apply(settings), parts);
    scratch.startAgain();
    return scratch;
  }

  /** The build's tests start much, so their services start quicker than the product's. */
  private static Map<String, String> ofTheBuild() {
    return Optional.ofNullable(System.getProperty("services.jvm"))
        .map(flags -> Map.of("JDK_JAVA_OPTIONS", flags))
        .orElse(Map.of());
  }

  /** Starts again on the same data, as a person does after Ctrl-C. */
  public void startAgain() {
    tables.clear();
    stack = notStarted();
    try {
      stack.start();
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private LocalStack notStarted() {
    return new LocalStack(settings, new StartProgress(System.out), parts);
  }

  /** Stops cleanly and keeps the data. */
  public void stop() {
    stack.close();
  }

  /** Changes escalation.yaml; the notifier reloads it within moments. */
  public void changeEscalations(UnaryOperator<String> change) {
    try {
      Path file = stack.config().resolve("escalation.yaml");
      Files.writeString(file, change.apply(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a secret, which takes effect at once. */
  public void secret(String name, String value) {
    try {
      Path file = stack.secrets().resolve(name);
      Files.writeString(file, value);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Connects an account while everything runs, following deploy/docs/operate/connect.md.
   *
   * @param id of the account, and the name of its credential
   * @param settings the lines of its platform, each indented by four blanks
   */
  public void connect(String id, String credential, String settings) {
    secret("accounts/" + id, credential);
    try {
      Files.writeString(
          stack.config().resolve("district.yaml"),
          """

            - id: %s
              building: maple-high
              kind: school
              administrator: novak
              credential: %s
          %s"""
              .formatted(id, id, settings),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LocalStack stack() {
    return stack;
  }

  public String address(PortName name) {
    return settings.ports().http(name);
  }

  public PracticeSite practice() {
    return new PracticeSite(address(PortName.PRACTICE));
  }

  public LocalMail mail() {
    return new LocalMail(address(PortName.MAILBOX));
  }

  /** Returns the moderation service's tables. */
  public ServiceTables archive() {
    return tables(DatabaseRole.MODERATION);
  }

  /** Returns the notifier's tables. */
  public ServiceTables notices() {
    return tables(DatabaseRole.NOTIFIER);
  }

  /** Returns the tables of a service. */
  public ServiceTables tables(DatabaseRole role) {
    return tables.computeIfAbsent(
        role,
        known ->
            new ServiceTables(
                Jdbi.create(
                    PooledConnections.to(
                        stack.database().jdbcUrl(),
                        role.sqlName(),
                        stack.database().password(role)))));
  }

  /** Returns the checkout's top folder, no matter where the tests run. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(here.resolve("deploy/config/policy.yaml"))) {
      here = here.getParent();
      if (here == null) {
        throw new IllegalStateException("run this inside a checkout of Hall Monitor");
      }
    }
    return here;
  }

  @Override
  public void close() {
    stack.close();
    Optional.ofNullable(System.getProperty("stack.logs")).map(Path::of).ifPresent(this::keepLogs);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the services wrote explains a test that failed. */
  private void keepLogs(Path kept) {
    Path to = kept.resolve(folder.getFileName().toString());
    try (Stream<Path> logs = Files.list(stack.logs())) {
      Files.createDirectories(to);
      for (Path log : logs.toList()) {
        Files.copy(log, to.resolve(log.getFileName().toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
