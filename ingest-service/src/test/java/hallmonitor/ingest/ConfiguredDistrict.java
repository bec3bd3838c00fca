package hallmonitor.ingest;

import hallmonitor.testparts.TestPorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A configuration folder for a district without accounts, a secrets folder with the secret {@code
 * present}, a public endpoint on a port of its own, and a place for a stream of Bluesky's posts.
 */
public final class ConfiguredDistrict implements QuarkusTestResourceLifecycleManager {
  /** The district's app at Meta. */
  static final String META_CLIENT = "1234567890123456:0123456789abcdef0123456789abcdef";

  static final String EMPTY =
      """
      district: Test District
      buildings: [{ id: high, name: High School }]
      people: [{ id: novak, name: Petra Novak, email: novak@example.org, roles: [{ role: account-administrator }] }]
      """;

  static String with(String account, String url, String credential) {
    return EMPTY
        + """
        accounts:
          - id: %s
            platform: wordpress
            building: high
            kind: school
            administrator: novak
            base-url: %s
            credential: %s
            polling: { floor: 50ms, idle: 200ms }
        """
            .formatted(account, url, credential);
  }

  @Override
  public Map<String, String> start() {
    int push = TestPorts.one();
    try {
      Path folder = Files.createTempDirectory("hall-monitor-ingest-");
      Path secrets = Files.createDirectory(folder.resolve("secrets"));
      Files.writeString(folder.resolve("district.yaml"), EMPTY);
      Files.createDirectory(secrets.resolve("accounts"));
      Files.writeString(secrets.resolve("accounts/present"), "moderator:password");
      Files.writeString(secrets.resolve("client-meta"), META_CLIENT);
      return Map.of(
          "hallmonitor.config-dir",
          folder.toString(),
          "hallmonitor.secrets-dir",
          secrets.toString(),
          "hallmonitor.ingest.push.address",
          "http://127.0.0.1:" + push,
          "hallmonitor.ingest.jetstream",
          "ws://127.0.0.1:" + TestPorts.one(),
          "hallmonitor.ingest.app-secrets-on-this-machine",
          "true",
          "hallmonitor.ingest.push.missed-after",
          "1s",
          "hallmonitor.ingest.push.port",
          String.valueOf(push));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
