package hallmonitor.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings from the environment. Accounts are configured in district.yaml. */
@ConfigMapping(prefix = "hallmonitor")
public interface IngestConfig {
  /** Returns the folder with district.yaml. */
  @WithDefault("config")
  Path configDir();

  /** Returns the folder with one file per secret. */
  @WithDefault("secrets")
  Path secretsDir();

  Ingest ingest();

  /** Settings of this service only. */
  interface Ingest {
    /**
     * Returns the most requests per second to one account's platform, until it reports a limit of
     * its own.
     */
    @WithDefault("300")
    double requestsPerSecond();

    /** Returns the units that Google lets each project spend on YouTube's API in a day. */
    @WithDefault("10000")
    long youtubeUnitsPerDay();

    /**
     * Returns the dollars that each app on X may cost in a month before reading stops. Until a
     * person sets it, nothing is read there.
     */
    @WithDefault("0")
    long xDollarsPerMonth();
  }
}
