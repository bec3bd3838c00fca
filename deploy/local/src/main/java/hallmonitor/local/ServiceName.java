package hallmonitor.local;

import hallmonitor.embedded.DatabaseRole;
import java.nio.file.Path;

/** The three services; the order is the one in which progress is told. */
public enum ServiceName {
  MODERATION("moderation-service", DatabaseRole.MODERATION, PortName.CONSOLE, 320),
  INGEST("ingest-service", DatabaseRole.INGEST, PortName.INGEST, 160),
  NOTIFIER("notifier-service", DatabaseRole.NOTIFIER, PortName.NOTIFIER, 256);

  private final String folder;
  private final DatabaseRole role;
  private final PortName port;
  private final int heapMegabytes;

  ServiceName(String folder, DatabaseRole role, PortName port, int heapMegabytes) {
    this.folder = folder;
    this.role = role;
    this.port = port;
    this.heapMegabytes = heapMegabytes;
  }

  /** The module's folder, which is also what people call it. */
  public String folder() {
    return folder;
  }

  DatabaseRole role() {
    return role;
  }

  public PortName port() {
    return port;
  }

  /** Most heap, in MiB. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /** What the build leaves in the root folder for {@code java -jar}. */
  Path jar(Path root) {
    return root.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
