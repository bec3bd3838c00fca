package hallmonitor.moderation.drafting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "hallmonitor.documents")
public interface DocumentsConfig {
  /**
   * Returns whether the console writes published documents to the folder of the district's files.
   * Otherwise, files change only manually.
   */
  @WithDefault("true")
  boolean publish();
}
