package hallmonitor.moderation.console.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** A console whose people come from a provider on this machine; each test starts it there. */
public class SsoProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("hallmonitor.console.sso.issuer", "http://127.0.0.1:" + freePort());
    settings.put("hallmonitor.console.sso.client-id", "hall-monitor");
    settings.put("hallmonitor.console.sso.label", "Maple <Account>");
    settings.put("hallmonitor.console.sso.allowed-domains", "maple.example");
    return settings;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passwords are off. */
  public static class WithoutPasswords extends SsoProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = super.getConfigOverrides();
      settings.put("hallmonitor.console.passwords", "off");
      return settings;
    }
  }

  /** The provider says who has which role. */
  public static class WithRoles extends SsoProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = super.getConfigOverrides();
      settings.put("hallmonitor.console.sso.roles-claim", "roles");
      settings.put("hallmonitor.console.sso.roles.\"HallMonitor.Moderator\"", "moderator");
      settings.put("hallmonitor.console.sso.roles.\"HallMonitor.Administrator\"", "administrator");
      return settings;
    }
  }
}
