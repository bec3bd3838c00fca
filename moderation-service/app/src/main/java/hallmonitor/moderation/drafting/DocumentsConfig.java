package hallmonitor.moderation.drafting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "hallmonitor.documents")
public interface DocumentsConfig {
  /**
   * Whether what is published in the console is written into the folder of the district's files.
   * Without it, files change only by hand.
   */
  @WithDefault("true")
  boolean publish();
}
