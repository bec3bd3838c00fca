package hallmonitor.moderation.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

@ConfigMapping(prefix = "hallmonitor.console")
public interface ConsoleConfig {
  /** Host names, without port, by which browsers may reach the console. */
  @WithDefault("localhost,127.0.0.1,[::1]")
  List<String> allowedHosts();

  /** How often the database is asked for news while somebody is looking; above 0. */
  @WithDefault("300ms")
  Duration liveEvery();
}
