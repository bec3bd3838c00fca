package hallmonitor.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What the operator sets in the environment; accounts are in district.yaml. */
@ConfigMapping(prefix = "hallmonitor")
public interface IngestConfig {
  /** The folder with district.yaml. */
  @WithDefault("config")
  Path configDir();

  /** The folder with one file for each secret. */
  @WithDefault("secrets")
  Path secretsDir();

  Ingest ingest();

  /** This service's own settings. */
  interface Ingest {
    /**
     * Requests a second that one account's platform is asked at most, until it names a limit of its
     * own.
     */
    @WithDefault("300")
    double requestsPerSecond();
  }
}
