package hallmonitor.moderation.console.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of verifications have: an auditor, and a notifier that answers. */
class VerificationTests {
  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  NotifierAtWork notifier;
  ConsoleBrowser auditor;

  @BeforeEach
  void start() {
    RecordsSeed records = new RecordsSeed(database);
    records.nothing();
    EmptyTables.empty(database, "evidence_verification", "evidence_ledger_seen");
    new StaffSeed(database, records.seed()).person("auditor", "auditor");
    auditor = ConsoleBrowser.signedIn("auditor");
    notifier = new NotifierAtWork(database, records.seed(), brokers);
  }

  @AfterEach
  void end() {
    notifier.close();
  }

  ConsoleResponse upload(String name, String content) {
    return auditor.upload("/evidence/files", "file", name, content.getBytes(UTF_8));
  }

  String result(UUID id) {
    return auditor.get("/evidence/verifications/" + id + "/result").asString();
  }
}
