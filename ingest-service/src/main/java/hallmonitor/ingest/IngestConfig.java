package hallmonitor.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
     * Returns the dollars that each app on X may cost in a month before reading stops. Nothing is
     * read there until a person sets it.
     */
    @WithDefault("0")
    long xDollarsPerMonth();

    /**
     * Returns how many comments may wait to be judged before no history is read or taken. It goes
     * on when half of them are left.
     */
    @WithDefault("500")
    long historyWaitsAbove();

    Push push();

    /**
     * Returns the server of Jetstream on which Bluesky's posts are heard, such as {@code
     * wss://jetstream2.us-east.bsky.network}. Without one, Bluesky accounts are only polled.
     */
    Optional<URI> jetstream();

    /** Returns whether the pictures of accounts' pages are fetched, to look for the logo. */
    @WithDefault("true")
    boolean profilePictures();

    /**
     * Returns whether the secrets of the district's registered apps may go to this machine, where
     * any program may listen. Only for stand-ins of the platforms.
     */
    @WithDefault("false")
    boolean appSecretsOnThisMachine();
  }

  /** The public endpoint for what platforms deliver. */
  interface Push {
    /** Returns its public address. Without an address, nothing listens. */
    Optional<URI> address();

    /** Returns the address of this machine on which it listens. */
    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("8083")
    int port();

    /** Returns the most requests in a minute for one account. */
    @WithDefault("1200")
    int accountRequestsPerMinute();

    /** Returns the most requests in a minute for all accounts together. */
    @WithDefault("6000")
    int allRequestsPerMinute();

    /** Returns the most rows that one system may have stored in a day. */
    @WithDefault("200000")
    long accountRowsPerDay();

    /** Returns the most megabytes that one system may have stored in a day. */
    @WithDefault("200")
    long accountMegabytesPerDay();

    /**
     * Returns how long a new comment's delivery may be refused or turned away before people are
     * notified. Silence may last six times as long.
     */
    @WithDefault("10m")
    Duration missedAfter();
  }
}
