package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A records desk without requests, its officers, and someone outside. */
public abstract class RequestsAtWork extends NovakAtWork {
  protected static final String SCRIPT = "<script>alert(1)</script>";
  protected static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Inject protected AppealSeal seal;

  protected final ConsoleBrowser outside = new ConsoleBrowser();
  protected StaffSeed staff;
  protected ConsoleBrowser officer;
  protected ConsoleBrowser second;

  @BeforeEach
  void anEmptyDesk() {
    EmptyTables.empty(database, "records_request", "records_request_year", "appeal_try", "audit");
    staff = new StaffSeed(database, seed);
    staff.person("vega", "records-officer");
    staff.person("okoro", "records-officer");
    staff.person("audra", "auditor");
    officer = ConsoleBrowser.signedIn("vega");
    second = ConsoleBrowser.signedIn("okoro");
  }

  protected static LocalDate today() {
    return LocalDate.now(CHICAGO);
  }

  protected Map<String, String> filledIn() {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", seal.form(Instant.now().minus(Duration.ofMinutes(1))));
    fields.put("lang", "en");
    fields.put("words", "All comments about the school bus in May");
    fields.put("who", "Sam Ortiz");
    fields.put("contact", "sam@example.org");
    fields.put("website", "");
    return fields;
  }

  protected Map<String, String> filledIn(String name, String value) {
    Map<String, String> fields = filledIn();
    fields.put(name, value);
    return fields;
  }

  protected ConsoleResponse send(Map<String, String> fields) {
    return outside.postWithoutToken("/records-request", fields);
  }

  /** Sends a form that is received, and returns the path of its status. */
  protected String received(Map<String, String> fields) {
    ConsoleResponse answer = send(fields);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    Matcher found =
        Pattern.compile("(/records-request/state/[0-9a-f]{32})").matcher(answer.asString());
    assertThat(found.find()).as(answer.asString()).isTrue();
    return found.group(1);
  }

  protected Map<String, String> typed() {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", UUID.randomUUID().toString());
    fields.put("words", "Every reply to the post about lunch");
    fields.put("requester", "Dana Reyes");
    fields.put("contact", "12 Elm Street");
    fields.put("way", "mail");
    fields.put("received", today().toString());
    return fields;
  }

  protected Map<String, String> typed(String name, String value) {
    Map<String, String> fields = typed();
    fields.put(name, value);
    return fields;
  }

  /** Enters a request, and returns the path of its page. */
  protected String entered(Map<String, String> fields) {
    ConsoleResponse answer = officer.post("/requests", fields);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  protected static String page(ConsoleBrowser browser, String path) {
    ConsoleResponse answer = browser.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.asString();
  }

  protected ConsoleResponse move(ConsoleBrowser browser, String path, int version, String state) {
    return browser.post(
        path + "/state", Map.of("version", "" + version, "state", state, "note", "Because."));
  }

  protected List<String> texts(String sql) {
    return deciding.texts(sql);
  }

  protected String one(String sql) {
    List<String> found = texts(sql);
    assertThat(found).as(sql).hasSize(1);
    return found.get(0);
  }
}
