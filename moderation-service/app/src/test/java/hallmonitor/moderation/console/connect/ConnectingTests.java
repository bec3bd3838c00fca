package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A console where brandt, an administrator, connects accounts; novak is a moderator. */
abstract class ConnectingTests {
  static final Map<String, String> BLOG =
      Map.of(
          "name", "Maple Valley blog",
          "base-url", "https://blog.example.org",
          "building", "maple-high",
          "kind", "school",
          "administrator", "novak");

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  Seed seed;
  IngestAtWork ingest;
  ConsoleBrowser brandt;
  ConsoleBrowser novak;

  @BeforeEach
  void startConnecting() {
    seed = new Seed(database);
    seed.nothing();
    new PolicySeed(database).nothing();
    database.write(
        h ->
            h.execute(
                "truncate connection, connection_invitation, disconnection, credential_reception,"
                    + " appeal_try"));
    seed.person("brandt", "administrator", false);
    seed.person("novak", "moderator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
    novak = ConsoleBrowser.signedIn("novak");
    ingest = new IngestAtWork(database, seed, brokers);
    ingest.opens();
  }

  @AfterEach
  void stopConnecting() {
    ingest.close();
  }

  static Map<String, String> blogWith(String field, String value) {
    Map<String, String> form = new HashMap<>(BLOG);
    form.put(field, value);
    return form;
  }

  /** Begins to connect the blog, and returns its page. */
  String begun() {
    ConsoleResponse begun = brandt.post("/connections/new/wordpress", BLOG);
    return begun.header("Location").replaceAll("^https?://[^/]+", "");
  }

  static ConsoleResponse handOver(ConsoleBrowser who, String page, String secret) {
    return who.post(page, Map.of("user", "novak", "secret", secret));
  }

  List<String> audited() {
    return database.read(
        h ->
            h.select("select actor || ' ' || act || ' ' || target from audit")
                .mapTo(String.class)
                .list());
  }
}
