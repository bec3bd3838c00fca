package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.settings.secret.NamedSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Checks the sign-in settings at startup instead of at the first attempt. */
@ApplicationScoped
public class SignInSettings {
  private static final System.Logger LOG = System.getLogger(SignInSettings.class.getName());

  private final ConsoleConfig config;
  private final SingleSignOn singleSignOn;
  private final ConsoleSecrets secrets;
  private final ConsoleUsers people;

  SignInSettings(
      ConsoleConfig config,
      SingleSignOn singleSignOn,
      ConsoleSecrets secrets,
      ConsoleUsers people) {
    this.config = config;
    this.singleSignOn = singleSignOn;
    this.secrets = secrets;
    this.people = people;
  }

  /** Does not contact the provider: the console starts without it. */
  void atStart(@Observes StartupEvent event) {
    if (singleSignOn.isConfigured() && secrets.find(SingleSignOn.SECRET).isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Single sign-on cannot work yet: put the client''s secret into the file {0} of the"
              + " secrets folder, or into {1}.",
          SingleSignOn.SECRET,
          NamedSecrets.variable(SingleSignOn.SECRET));
    }
    if (config.passwords() == ConsoleConfig.PasswordSettings.OFF && !singleSignOn.isConfigured()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Passwords are off and single sign-on is not configured: only {0} can sign in.",
          people.firstAdministrator().orElse("the first administrator"));
    }
  }
}
