package hallmonitor.notifier.mail;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How to reach the mail server. */
public interface MailSettings {
  /** How the connection is protected. */
  enum Security {
    /** None: for a server on the same machine. */
    NONE,
    /** STARTTLS if the server offers it; required if there is a credential. */
    START_TLS_IF_OFFERED,
    /** STARTTLS is required. */
    START_TLS,
    /** TLS from the first byte, usually on port 465. */
    TLS
  }

  String host();

  /** Returns the port, 1 to 65535. */
  int port();

  /** Returns the sender, {@code Name <address>}; message ids use its domain. */
  String from();

  @WithDefault("start-tls-if-offered")
  Security security();

  /**
   * Returns the name of a secret with {@code user:password}; absent for a server without sign-in.
   */
  Optional<String> credential();

  /** Returns the number of mails sent in parallel, each over its own connection. */
  @WithDefault("4")
  int senders();

  @WithDefault("10s")
  Duration connectTimeout();

  /**
   * Returns the timeout for one answer of the server. RFC 5321, section 4.5.3.2, asks for patience.
   */
  @WithDefault("60s")
  Duration answerTimeout();
}
