package hallmonitor.notifier.service;

import hallmonitor.notifier.mail.MailSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;

/** What the service is told from outside. */
@ConfigMapping(prefix = "hallmonitor")
public interface NotifierSettings {
  /** The folder with district.yaml. */
  Path configDir();

  /** The folder with one file for each secret. */
  Path secretsDir();

  /** Where the console is reached by the people who get mails. */
  String consoleUrl();

  MailSettings mail();

  Notices notices();

  /** What notices say. */
  interface Notices {
    /** Whether the comment's words stand in mails; a mail leaves the district's control. */
    @WithDefault("false")
    boolean includeQuote();

    /** By category, then by language ({@code en}, {@code es}). */
    Map<String, Map<String, String>> duties();
  }
}
