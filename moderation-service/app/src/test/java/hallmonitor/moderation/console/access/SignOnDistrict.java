package hallmonitor.moderation.console.access;

import hallmonitor.testparts.TestPorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** A district that offers single sign-on beside passwords. */
public class SignOnDistrict implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("hallmonitor.console.sso.issuer", "http://127.0.0.1:" + TestPorts.one());
    settings.put("hallmonitor.console.sso.client-id", "hall-monitor");
    settings.put("hallmonitor.console.sso.label", "Maple <Account>");
    settings.put("hallmonitor.console.sso.allowed-domains", "maple.example");
    return settings;
  }

  /** Who must have a second factor must have used it at the provider, and today. */
  public static final class Strict extends SignOnDistrict {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = super.getConfigOverrides();
      settings.put("hallmonitor.console.second-factor", "required-for-administrators");
      settings.put("hallmonitor.console.sso.second-factor-values", "mfa,urn:maple:two-steps");
      settings.put("hallmonitor.console.sso.longest-age", "8h");
      return settings;
    }
  }

  /** Passwords are off, and the provider says who has which role. */
  public static final class Alone extends SignOnDistrict {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = super.getConfigOverrides();
      settings.put("hallmonitor.console.passwords", "off");
      settings.put("hallmonitor.console.sso.roles-claim", "roles");
      settings.put("hallmonitor.console.sso.roles.\"HallMonitor.Moderator\"", "moderator");
      settings.put("hallmonitor.console.sso.roles.\"HallMonitor.Administrator\"", "administrator");
      return settings;
    }
  }
}
