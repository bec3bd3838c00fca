package hallmonitor.notifier.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How evidence is kept. */
@ConfigMapping(prefix = "hallmonitor.evidence")
public interface EvidenceSettings {
  /** Where signed checkpoints are written; best a folder of which another system keeps copies. */
  @WithDefault("evidence/checkpoints")
  Path checkpointsDir();

  /** A checkpoint at the latest after so many records. */
  @WithDefault("1000")
  long checkpointRecords();

  /** A checkpoint at the latest after this time, when there are new records. */
  @WithDefault("10m")
  Duration checkpointEvery();

  /** Where time stamps by RFC 3161 are asked for; none without. */
  Optional<URI> timeStampUrl();

  /** Most that is kept of one attachment, in bytes. */
  @WithDefault("10485760")
  long attachmentBytes();

  /** Most that one attempt to fetch an attachment takes. */
  @WithDefault("30s")
  Duration attachmentTime();

  /** Most that is kept of the attachments of one case, in bytes. */
  @WithDefault("31457280")
  long attachmentBytesOfCase();

  /** Most that is kept of attachments within 24 hours, in bytes. */
  @WithDefault("524288000")
  long attachmentBytesOfDay();

  /** No attachment is fetched when less is free on the checkpoints' disk, in bytes. */
  @WithDefault("1073741824")
  long attachmentFreeBytes();
}
