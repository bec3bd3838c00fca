package hallmonitor.moderation.console.access.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How to reach the mail server; the same settings as the notifier service's. */
@ConfigMapping(prefix = "hallmonitor.mail")
public interface MailConfig {
  /** How the connection is protected. */
  enum Security {
    NONE,
    START_TLS_IF_OFFERED,
    START_TLS,
    TLS
  }

  @WithDefault("127.0.0.1")
  String host();

  /** Returns the port, 1 to 65535. */
  @WithDefault("3025")
  int port();

  /** Returns the sender, {@code Name <address>}. */
  @WithDefault("Hall Monitor <hall-monitor@localhost>")
  String from();

  @WithDefault("start-tls-if-offered")
  Security security();

  /** Returns the name of a secret with {@code user:password}; absent for no sign-in. */
  Optional<String> credential();

  @WithDefault("10s")
  Duration connectTimeout();

  @WithDefault("60s")
  Duration answerTimeout();
}
