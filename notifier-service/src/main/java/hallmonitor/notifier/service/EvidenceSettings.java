package hallmonitor.notifier.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings for evidence. */
@ConfigMapping(prefix = "hallmonitor.evidence")
public interface EvidenceSettings {
  /** Returns the folder for signed checkpoints, ideally one that another system copies. */
  @WithDefault("evidence/checkpoints")
  Path checkpointsDir();

  /** Returns the most records between checkpoints. */
  @WithDefault("1000")
  long checkpointRecords();

  /** Returns the longest time between checkpoints while there are new records. */
  @WithDefault("10m")
  Duration checkpointEvery();

  /** Returns the authority for time stamps by RFC 3161; absent for none. */
  Optional<URI> timeStampUrl();

  /** Returns the size limit of one attachment, in bytes. */
  @WithDefault("10485760")
  long attachmentBytes();

  /** Returns the time limit of one attempt to fetch an attachment. */
  @WithDefault("30s")
  Duration attachmentTime();

  /** Returns the size limit for all attachments of a case, in bytes. */
  @WithDefault("31457280")
  long attachmentBytesOfCase();

  /** Returns the size limit for attachments within 24 hours, in bytes. */
  @WithDefault("524288000")
  long attachmentBytesOfDay();

  /**
   * Returns the free space on the checkpoints' disk below which no attachment is fetched, in bytes.
   */
  @WithDefault("1073741824")
  long attachmentFreeBytes();

  /** Returns the size limit for the attachments in one package for the console, in bytes. */
  @WithDefault("41943040")
  long packageBytes();
}
