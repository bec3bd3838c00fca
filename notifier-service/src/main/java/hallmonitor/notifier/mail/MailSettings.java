package hallmonitor.notifier.mail;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the mail server is reached. */
public interface MailSettings {
  /** How the connection is protected. */
  enum Security {
    /** Nothing: for a server on the same machine. */
    NONE,
    /** STARTTLS where the server offers it; demanded when there is a credential. */
    START_TLS_IF_OFFERED,
    /** STARTTLS or no mail. */
    START_TLS,
    /** TLS from the first byte, most often on port 465. */
    TLS
  }

  String host();

  /** 1 to 65535. */
  int port();

  /** The sender, {@code Name <address>}; its domain also makes the message ids. */
  String from();

  @WithDefault("start-tls-if-offered")
  Security security();

  /** Name of a secret that holds {@code user:password}; absent for a server that asks for none. */
  Optional<String> credential();

  /** Mails sent at the same time, each over its own connection. */
  @WithDefault("4")
  int senders();

  @WithDefault("10s")
  Duration connectTimeout();

  /** For one answer of the server. RFC 5321, section 4.5.3.2, asks for patience. */
  @WithDefault("60s")
  Duration answerTimeout();
}
