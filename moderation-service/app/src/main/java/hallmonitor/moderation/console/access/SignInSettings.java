package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Checks the sign-in settings at startup instead of at the first attempt. */
@ApplicationScoped
public class SignInSettings {
  private static final Logger LOG = Logger.getLogger(SignInSettings.class);

  private final ConsoleConfig config;
  private final SingleSignOn singleSignOn;
  private final ConsoleSecrets secrets;

  SignInSettings(ConsoleConfig config, SingleSignOn singleSignOn, ConsoleSecrets secrets) {
    this.config = config;
    this.singleSignOn = singleSignOn;
    this.secrets = secrets;
  }

  /** Does not contact the provider: the console starts without it. */
  void atStart(@Observes StartupEvent event) {
    if (singleSignOn.isConfigured() && secrets.find(SingleSignOn.SECRET).isEmpty()) {
      LOG.warnf(
          "Single sign-on cannot work yet: put the client's secret into the file %s of the secrets folder, or"
              + " into %s.",
          SingleSignOn.SECRET, ConsoleSecrets.variable(SingleSignOn.SECRET));
    }
    if (config.passwords() == ConsoleConfig.Passwords.OFF && !singleSignOn.isConfigured()) {
      LOG.warnf(
          "Passwords are off and single sign-on is not configured: only %s can sign in.",
          FirstSignIn.USER_NAME);
    }
  }
}
