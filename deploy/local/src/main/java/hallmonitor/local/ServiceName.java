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
      PortName.CONSOLE_METRICS,
      96,
      320),
  /** It has no pages; what platforms deliver comes in at {@link PortName#PUSH}. */
  INGEST(
      "ingest-service",
      "ingest-service",
      DatabaseRole.INGEST,
      PortName.INGEST,
      PortName.INGEST,
      32,
      160),
  NOTIFIER(
      "notifier-service",
      "notifier-service",
      DatabaseRole.NOTIFIER,
      PortName.NOTIFIER,
      PortName.NOTIFIER_METRICS,
      32,
      256);

  private final String text;
  private final String module;
  private final DatabaseRole role;
  private final PortName port;
  private final PortName metrics;
  private final int firstHeapMegabytes;
  private final int heapMegabytes;

  ServiceName(
      String text,
      String module,
      DatabaseRole role,
      PortName port,
      PortName metrics,
      int firstHeapMegabytes,
      int heapMegabytes) {
    this.text = text;
    this.module = module;
    this.role = role;
    this.port = port;
    this.metrics = metrics;
    this.firstHeapMegabytes = firstHeapMegabytes;
    this.heapMegabytes = heapMegabytes;
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

  /** Returns the port of health and metrics, which no page shares. */
  public PortName metrics() {
    return metrics;
  }

  /**
   * Returns the heap in MiB that it begins with, which it never gives back: what it needs while it
   * rests.
   */
  int firstHeapMegabytes() {
    return firstHeapMegabytes;
  }

  /** Returns the heap limit in MiB. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /** Returns the jar that the build leaves for {@code java -jar}. */
  public Path jar(Path root) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
