package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** How long a session lasts that nobody uses, as the settings say. */
@ApplicationScoped
class IdleLimit {
  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final Duration MOST = Session.Way.PASSWORD.longest();

  private final Duration limit;

  /**
   * @throws ConfigurationException for the operator, without a stack trace
   */
  IdleLimit(ConsoleConfig config) {
    this.limit = config.idleAfter();
    if (limit.compareTo(LEAST) < 0 || limit.compareTo(MOST) > 0) {
      throw new ConfigurationException(
          "HALLMONITOR_CONSOLE_IDLE_AFTER is "
              + limit
              + ". Set it from 5m to 12h and start again.");
    }
  }

  /** Stops a start with a wrong setting: the constructor refuses it. */
  void atStart(@Observes StartupEvent event) {}

  Duration limit() {
    return limit;
  }
}
