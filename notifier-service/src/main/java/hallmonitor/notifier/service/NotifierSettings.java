package hallmonitor.notifier.service;

import hallmonitor.notifier.mail.MailSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The service's settings. */
@ConfigMapping(prefix = "hallmonitor")
public interface NotifierSettings {
  /** Returns the folder with district.yaml and escalation.yaml. */
  Path configDir();

  /** Returns the folder with one file per secret. */
  Path secretsDir();

  /** Returns the console's address for recipients of mails. */
  String consoleUrl();

  /** Returns the file in which the launcher says how the backups stand; empty without any. */
  Optional<Path> backupState();

  MailSettings mail();

  Answers answers();

  /** Settings of the page behind a notice's link. */
  interface Answers {
    /** Returns this service's address for recipients of notices. */
    String url();

    /** Returns how long a link can be used after the notice. */
    @WithDefault("7d")
    Duration valid();
  }
}
