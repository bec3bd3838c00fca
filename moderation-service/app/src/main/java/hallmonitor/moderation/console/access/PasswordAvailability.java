package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides who may use passwords. If they are turned off, the first administrator may still use
 * theirs until an administrator has come in by single sign-on, and while the provider does not
 * answer. Settings that become wrong later need passwords turned on again.
 */
@ApplicationScoped
public class PasswordAvailability {
  private final ConsoleConfig config;
  private final SingleSignOn singleSignOn;

  PasswordAvailability(ConsoleConfig config, SingleSignOn singleSignOn) {
    this.config = config;
    this.singleSignOn = singleSignOn;
  }

  /** Returns whether the sign-in page shows the form. */
  boolean isShown() {
    return config.passwords() == ConsoleConfig.PasswordSettings.ON || !singleSignOn.works();
  }

  boolean opensFor(ConsoleUser person) {
    return config.passwords() == ConsoleConfig.PasswordSettings.ON
        || person.firstAdministrator() && !singleSignOn.works();
  }
}
