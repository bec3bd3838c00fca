package hallmonitor.local;

import hallmonitor.embedded.DatabaseRole;
import java.nio.file.Path;

/** The three services, in the order in which progress is shown. */
public enum ServiceName {
  MODERATION(
      "moderation-service",
      "moderation-service/app",
      DatabaseRole.MODERATION,
      PortName.CONSOLE,
      320,
      24),
  INGEST("ingest-service", "ingest-service", DatabaseRole.INGEST, PortName.INGEST, 160, 12),
  NOTIFIER(
      "notifier-service", "notifier-service", DatabaseRole.NOTIFIER, PortName.NOTIFIER, 256, 12);

  private final String text;
  private final String module;
  private final DatabaseRole role;
  private final PortName port;
  private final int heapMegabytes;
  private final int newHeapMegabytes;

  ServiceName(
      String text,
      String module,
      DatabaseRole role,
      PortName port,
      int heapMegabytes,
      int newHeapMegabytes) {
    this.text = text;
    this.module = module;
    this.role = role;
    this.port = port;
    this.heapMegabytes = heapMegabytes;
    this.newHeapMegabytes = newHeapMegabytes;
  }

  /** Returns the name for people. */
  public String text() {
    return text;
  }

  DatabaseRole role() {
    return role;
  }

  public PortName port() {
    return port;
  }

  /** Returns the heap limit in MiB. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /**
   * Returns the part of the heap for new objects in MiB, which stays in memory once it was used.
   */
  int newHeapMegabytes() {
    return newHeapMegabytes;
  }

  /** Returns the jar that the build leaves for {@code java -jar}. */
  Path jar(Path root) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
