package hallmonitor.notifier.service;

import hallmonitor.notifier.mail.MailSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What the service is told from outside. */
@ConfigMapping(prefix = "hallmonitor")
public interface NotifierSettings {
  /** The folder with district.yaml and escalation.yaml. */
  Path configDir();

  /** The folder with one file for each secret. */
  Path secretsDir();

  /** Where the console is reached by the people who get mails. */
  String consoleUrl();

  MailSettings mail();

  Answers answers();

  /** The page that a notice's link leads to. */
  interface Answers {
    /** Where this service is reached by the people who get notices. */
    String url();

    /** How long a link can be used, from the notice on. */
    @WithDefault("7d")
    Duration valid();
  }
}
