package hallmonitor.moderation.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.MonthDay;
import java.util.List;

@ConfigMapping(prefix = "hallmonitor.console")
public interface ConsoleConfig {
  /** Host names, without port, by which browsers may reach the console. */
  @WithDefault("localhost,127.0.0.1,[::1]")
  List<String> allowedHosts();

  /** How often the database is asked for news while somebody is looking; above 0. */
  @WithDefault("300ms")
  Duration liveEvery();

  /** How long an account may be paused before every page says so as an alarm; above 0. */
  @WithDefault("4h")
  Duration pausedAlarmAfter();

  /** The first day of the school year, as {@code --MM-dd}; reports offer the year so far. */
  @WithDefault("--08-01")
  MonthDay schoolYearFrom();
}
