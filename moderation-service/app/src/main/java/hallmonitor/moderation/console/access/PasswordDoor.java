package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * For whom passwords open at all. Where they are turned off, the first administrator still has
 * theirs while single sign-on does not work, so that a mistake in its settings locks nobody out.
 */
@ApplicationScoped
public class PasswordDoor {
  private final ConsoleConfig config;
  private final SingleSignOn singleSignOn;

  PasswordDoor(ConsoleConfig config, SingleSignOn singleSignOn) {
    this.config = config;
    this.singleSignOn = singleSignOn;
  }

  /** Whether the sign-in page shows the form. */
  boolean isShown() {
    return config.passwords() == ConsoleConfig.Passwords.ON || !singleSignOn.works();
  }

  boolean opensFor(String userName) {
    return config.passwords() == ConsoleConfig.Passwords.ON
        || userName.equals(FirstSignIn.USER_NAME) && !singleSignOn.works();
  }
}
