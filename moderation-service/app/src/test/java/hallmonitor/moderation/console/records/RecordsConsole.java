package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The people who keep the records, and their actions. */
abstract class RecordsConsole {
  static final String HOSTILE = "<script>alert(1)</script> =1+1 \u202eevil";

  @Inject ConsoleDatabase database;

  RecordsSeed records;
  ConsoleBrowser officer;
  ConsoleBrowser brandt;
  final UUID form = UUID.randomUUID();

  @BeforeEach
  void start() {
    records = new RecordsSeed(database);
    records.nothing();
    StaffSeed staff = new StaffSeed(database, records.seed());
    staff.person("officer", "records-officer");
    staff.person("own", "records-officer", StaffSeed.OWN);
    staff.person("brandt", "administrator");
    staff.person("auditor", "auditor");
    officer = ConsoleBrowser.signedIn("officer");
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  Map<String, String> asked(String kind) {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", form.toString());
    fields.put("rule", kind);
    fields.put("before", RecordsSeed.DAY.toString());
    fields.put("approval", "LRC 2026-17");
    fields.put("reason", "Their time is over.");
    return fields;
  }

  ConsoleResponse preview(Map<String, String> fields) {
    return officer.post("/records/disposals/preview", fields);
  }

  ConsoleResponse propose(String kind) {
    return officer.post("/records/disposals", asked(kind));
  }

  ConsoleResponse answer(ConsoleBrowser browser, String answer) {
    return browser.post("/records/disposals/" + form, Map.of("answer", answer));
  }

  String page(ConsoleBrowser browser) {
    return browser.get("/records").asString();
  }

  String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  void carriedOut() {
    assertThat(answer(brandt, "approve").statusCode()).isEqualTo(303);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> one("select ended_at is not null from disposal").equals("t"));
  }

  ConsoleResponse place(Map<String, String> fields) {
    return place(UUID.randomUUID(), fields);
  }

  ConsoleResponse place(UUID once, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("form", once.toString());
    all.put("matter", HOSTILE);
    all.put("reason", "Counsel asked.");
    return officer.post("/records/holds", all);
  }
}
