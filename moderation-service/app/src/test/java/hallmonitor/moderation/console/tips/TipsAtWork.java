package hallmonitor.moderation.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A console with an allowed comment, and people outside who report things. */
abstract class TipsAtWork extends NovakAtWork {
  static final String LINK = "https://www.facebook.com/school/posts/7?comment_id=71";

  @Inject AppealSeal seal;

  final ConsoleBrowser outside = new ConsoleBrowser();

  @BeforeEach
  void aCommentThatNobodyLookedAt() {
    database.write(h -> h.execute("truncate appeal_try, school_link"));
    seed.person("brandt", "administrator", false);
    deciding.allowed("71", "Dana Reyes", "You won't walk home tonight", Duration.ofMinutes(9));
    database.write(h -> h.execute("update comment set permalink = ?", LINK));
  }

  String formMade(Duration ago) {
    return seal.form(Instant.now().minus(ago));
  }

  /** A form about something that no connector reads. */
  Map<String, String> filledIn() {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", formMade(Duration.ofMinutes(1)));
    fields.put("lang", "en");
    fields.put("at", "");
    fields.put("link", "https://chat.example/group/9");
    fields.put("text", "They plan to jump Leo after practice.");
    fields.put("where", "a group with our mascot");
    fields.put("what", "bullying");
    fields.put("urgency", "soon");
    fields.put("school", "maple-high");
    fields.put("who", "Coach Kay");
    fields.put("website", "");
    return fields;
  }

  Map<String, String> about(String link, String urgency) {
    Map<String, String> fields = filledIn();
    fields.put("link", link);
    fields.put("urgency", urgency);
    fields.put("what", "threat");
    return fields;
  }

  ConsoleResponse send(Map<String, String> fields) {
    return outside.postWithoutToken("/report", fields);
  }

  /** Sends a form that is received, and returns the path of its status. */
  String received(Map<String, String> fields) {
    return statusPath(send(fields));
  }

  static String statusPath(ConsoleResponse answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    Matcher found = Pattern.compile("(/report/state/[0-9a-f]{32})").matcher(answer.asString());
    assertThat(found.find()).as(answer.asString()).isTrue();
    return found.group(1);
  }

  String status(String path) {
    return outside.get(path + "?lang=en").asString();
  }

  UUID theCase() {
    return database.read(h -> h.select("select case_id from tip limit 1").mapTo(UUID.class).one());
  }

  String page() {
    return novak.get("/cases/" + theCase()).asString();
  }

  List<String> texts(String sql) {
    return deciding.texts(sql);
  }

  long tips() {
    return database.read(h -> h.select("select count(*) from tip").mapTo(Long.class).one());
  }
}
