package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A request with items that an officer redacts, all on one ground. */
abstract class RedactionsAtWork extends RequestsAtWork {
  static final String GROUND = "il-private-information";
  static final String MARK = "[redacted: 5 ILCS 140/7(1)(b)]";

  String path;

  @BeforeEach
  void aRequest() {
    path = entered(typed());
  }

  /** Adds a comment to the archive, and to the request. */
  void found(String commentId, String author, String text) throws SQLException {
    deciding.allowed(commentId, author, text, Duration.ofMinutes(9));
    database.write(
        h -> {
          h.execute(
              """
              insert into records_request_search (search_id, request_id, query, run_by, state)
              select request_id, request_id, 'q=bus', 'vega', 'done' from records_request on conflict do nothing
              """);
          return h.execute(
              """
              insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
              select request_id, request_id, account, comment_id, 'comment', revision, now(),
                encode(sha256(convert_to(body, 'UTF8')), 'hex')
              from revision, records_request where comment_id = ?
              """,
              commentId);
        });
  }

  String at(int item) {
    return path
        + "/items/"
        + texts("select item_no::text as number from records_request_item order by item_no")
            .get(item);
  }

  String preview(int item) {
    return page(officer, at(item) + "/preview");
  }

  /** Fields of a form, with the ground and version 0 unless they say otherwise. */
  static Map<String, String> with(String... more) {
    Map<String, String> fields = new HashMap<>(Map.of("version", "0", "ground", GROUND));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  ConsoleResponse redact(int item, String... more) {
    return officer.post(at(item) + "/redactions", with(more));
  }

  ConsoleResponse decide(int item, String outcome, String... more) {
    Map<String, String> fields = with(more);
    fields.put("outcome", outcome);
    return officer.post(at(item), fields);
  }

  ConsoleResponse remove(int item, String version) {
    return officer.post(
        at(item) + "/redactions/removals",
        with(
            "version",
            version,
            "redaction",
            one(
                "select redaction_no::text from records_request_redaction where state ="
                    + " 'confirmed'")));
  }

  /** Returns the key of the first proposal of a rule on the first item's page. */
  String key(String rule) {
    Matcher found =
        Pattern.compile("name=\"key\" value=\"([^\"]*-" + rule + ")\"")
            .matcher(page(officer, at(0)));
    assertThat(found.find()).as(rule).isTrue();
    return found.group(1);
  }

  /** Answers as a browser does, with all proposals that the page shows. */
  ConsoleResponse answer(int item, String answer, String version) {
    String page = page(officer, at(item));
    String proposed =
        page.contains("/proposals\"")
            ? page.split("/proposals\"", 2)[1].split("</form>", 2)[0]
            : "";
    List<String> keys = all(proposed, "name=\"key\" value=\"([^\"]*)\"");
    List<String> grounds =
        all(proposed, "(?s)<select name=\"exemption\".*?(?:value=\"([^\"]+)\" selected|</select>)");
    return officer.post(
        at(item) + "/redactions/proposals",
        Map.of(
            "version",
            List.of(version),
            "answer",
            List.of(answer),
            "key",
            keys,
            "exemption",
            grounds));
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(found -> found.group(1) == null ? "" : found.group(1))
        .toList();
  }
}
