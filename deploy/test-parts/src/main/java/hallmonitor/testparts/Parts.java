package hallmonitor.testparts;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRole;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the database that the tests of one JVM share: started by the first test that asks,
 * on random ports and empty, with the pipeline's topics, and stopped when the JVM exits. They are
 * containers or embedded, as {@link PartsChoice} says; a test never knows which.
 *
 * @param bootstrapServers the broker's host and port
 * @param jdbcUrl the database, without user and password
 * @param passwords of the database's roles
 */
public record Parts(String bootstrapServers, String jdbcUrl, DatabasePasswords passwords) {
  /**
   * The root of these is noisy at its default level; held here because loggers are weakly
   * referenced.
   */
  private static final Map<Logger, Level> QUIETER =
      Map.of(
          Logger.getLogger("org.apache.kafka"), Level.WARNING,
          // It warns that a new broker's log is empty.
          Logger.getLogger("org.apache.kafka.controller.QuorumController"), Level.SEVERE,
          Logger.getLogger("kafka"), Level.WARNING,
          Logger.getLogger("state"), Level.WARNING,
          Logger.getLogger("org.testcontainers"), Level.SEVERE,
          Logger.getLogger("tc"), Level.SEVERE,
          // It logs an error if no Docker API answers.
          Logger.getLogger("org.testcontainers.dockerclient"), Level.OFF);

  private static final ContainerImages IMAGES = ContainerImages.configured();

  private static @Nullable Parts shared;

  /** What prevented the start, and why; the start is not tried again for every test. */
  private static @Nullable Supplier<RuntimeException> obstacle;

  /**
   * Returns the pair of this JVM.
   *
   * @throws CannotStart if something on this machine prevents a start
   */
  public static Parts shared() {
    return fromMap(sharedInSystemLoader());
  }

  /** Returns the settings that a Quarkus service needs to use the pair with this role. */
  public Map<String, String> quarkusConfiguration(DatabaseRole role) {
    return Map.of(
        "kafka.bootstrap.servers",
        bootstrapServers,
        "quarkus.datasource.jdbc.url",
        jdbcUrl,
        "quarkus.datasource.username",
        role.sqlName(),
        "quarkus.datasource.password",
        passwords.of(role));
  }

  public DataSource dataSource(DatabaseRole role) {
    return PooledConnections.to(jdbcUrl, role.sqlName(), passwords.of(role));
  }

  /**
   * Quarkus loads test code again for every test profile. The broker must then neither start again
   * nor live in a class loader that gets closed, so the pair always lives in the JVM's own loader
   * and is accessed with types of the JDK.
   */
  private static Map<String, String> sharedInSystemLoader() {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    try {
      // Kafka creates its parts by name through this loader, and its threads keep it.
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      Class<?> parts =
          Class.forName(Parts.class.getName(), true, ClassLoader.getSystemClassLoader());
      @SuppressWarnings("unchecked")
      Map<String, String> map = (Map<String, String>) parts.getMethod("sharedAsMap").invoke(null);
      return map;
    } catch (ClassNotFoundException e) {
      return sharedAsMap(); // a test runner with its own loaders
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  /** Not for tests; public because it is called across class loaders. */
  public static synchronized Map<String, String> sharedAsMap() {
    if (obstacle != null) {
      throw obstacle.get();
    }
    Parts known = shared;
    if (known == null) {
      // The broker looks classes up through its caller's loader, which is Quarkus's in a Quarkus
      // test.
      Thread caller = Thread.currentThread();
      ClassLoader callers = caller.getContextClassLoader();
      caller.setContextClassLoader(Parts.class.getClassLoader());
      try {
        known = start();
        shared = known;
      } catch (RuntimeException e) {
        obstacle = () -> e;
        throw e;
      } finally {
        caller.setContextClassLoader(callers);
      }
    }
    return known.toMap();
  }

  private static Parts start() {
    QUIETER.forEach(Logger::setLevel);
    PartsOrigin origin = PartsChoice.current().origin(new TestcontainersDocker(), IMAGES);
    // Not through a logger: before Quarkus starts, and in tests without it, no one writes the log.
    System.out.println("Broker and database of the tests: " + origin);
    return origin.containers() ? ContainerParts.start(IMAGES) : EmbeddedParts.start();
  }

  private Map<String, String> toMap() {
    return Map.of(
        "kafka", bootstrapServers,
        "jdbc", jdbcUrl,
        "postgres", passwords.superuser(),
        "ingest", passwords.of(DatabaseRole.INGEST),
        "moderation", passwords.of(DatabaseRole.MODERATION),
        "notifier", passwords.of(DatabaseRole.NOTIFIER));
  }

  private static Parts fromMap(Map<String, String> map) {
    return new Parts(
        value(map, "kafka"), value(map, "jdbc"), DatabasePasswords.from(name -> value(map, name)));
  }

  private static String value(Map<String, String> map, String name) {
    return Objects.requireNonNull(map.get(name), name + ", which toMap always gives");
  }
}
