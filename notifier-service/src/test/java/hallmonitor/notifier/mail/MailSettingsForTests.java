package hallmonitor.notifier.mail;

import java.time.Duration;
import java.util.Optional;

/** Settings for a mail server on this machine. */
public record MailSettingsForTests(String host, int port, String from, Optional<String> credential)
    implements MailSettings {
  public static MailSettings onPort(int port) {
    return new MailSettingsForTests(
        "127.0.0.1", port, "Hall Monitor <monitor@cedar.example>", Optional.empty());
  }

  @Override
  public Security security() {
    return Security.START_TLS_IF_OFFERED;
  }

  @Override
  public int senders() {
    return 2;
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration answerTimeout() {
    return Duration.ofSeconds(20);
  }
}
