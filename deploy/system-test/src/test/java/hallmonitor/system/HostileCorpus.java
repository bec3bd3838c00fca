package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What strangers and district employees could write into every field to make it run, break out of
 * its place, or push everything else aside.
 */
final class HostileCorpus {
  /** Nothing in the corpus ever sets it. */
  static final String RAN = "return window.hallMonitorRan === true;";

  static final String SCRIPT = "<script>window.hallMonitorRan=true</script>";
  static final String TEMPLATE = "{{7*7}} ${7*7} {#if true}seen{/if} {inject:viewer.userName}";
  private static final String BREAKER =
      "\" autofocus onfocus=window.hallMonitorRan=true x='><img src=x onerror=window.hallMonitorRan=true>";
  private static final String BIDI = "\u202Etxet siht\u202C \u2066\u202Enever closed \u200F\u061C";
  private static final String ZALGO = "H" + "\u0315\u035C\u0362\u0489\u0321".repeat(40) + "e comes";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"press\")";
  private static final String LONG = "Pneumonoultramicroscopic".repeat(5);

  private static final List<String> TEXTS =
      List.of(
          SCRIPT,
          BREAKER,
          TEMPLATE,
          BIDI,
          ZALGO,
          "W".repeat(10_000),
          "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62"
              .repeat(60),
          "null",
          "undefined NaN [object Object] \\u0000 %00 ../../etc/passwd",
          FORMULA,
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "</textarea></details></main>--> <!-- &lt;b&gt; &#x202E;",
          "line\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nlines",
          "<a href=\"javascript:window.hallMonitorRan=true\">press</a>");

  /** Words of the corpus, and what addresses of people end with. */
  static final List<String> MARKS =
      List.of("hallMonitorRan", "evil.example", LONG, "{{7*7}}", "@maplevalley12.example");

  private final ScratchStack stack;
  private final Chromium browser;
  private final Jdbi archive;

  HostileCorpus(ScratchStack stack, Chromium browser) {
    this.stack = stack;
    this.browser = browser;
    this.archive = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
  }

  /** Fills every page; the browser is signed in as an administrator. */
  void fill() {
    String form = form();
    int threat = writeComments();
    String escalated = caseOf(threat);
    // The last ones are decided; the first ones are checked in the queue.
    List<String> cases =
        stack
            .archive()
            .texts(
                "select case_id::text from review_case where outcome = 'hide' order by comment_id::int desc");
    browser.open(stack.address(PortName.CONSOLE) + "/queue");
    send("/queue/views?state=open&language=en", Map.of("name", BREAKER.substring(0, 60)));
    send("/queue/views?state=unconfirmed", Map.of("name", LONG.substring(0, 60)));
    send("/queue/views?state=failed", Map.of("name", FORMULA));
    for (String note : List.of(SCRIPT + TEMPLATE, BIDI + ZALGO, FORMULA, LONG.repeat(8))) {
      send("/cases/" + escalated + "/note", Map.of("note", note));
    }
    decide(cases.get(0), "confirm", SCRIPT);
    decide(cases.get(1), "restore", LONG.repeat(4));
    decide(cases.get(2), "confirm", FORMULA);
    send("/cases/" + cases.get(3) + "/deletion", Map.of("note", BREAKER + LONG));
    send("/cases/" + escalated + "/capture", Map.of("reason", ZALGO + SCRIPT));
    send("/cases/" + escalated + "/answer", Map.of("answer", "acknowledge"));
    for (String name : List.of(SCRIPT, LONG.substring(0, 80), FORMULA, BIDI)) {
      send(
          "/people",
          Map.of(
              "userName",
              "p" + Math.abs(name.hashCode()),
              "displayName",
              name,
              "role",
              "moderator",
              "way",
              "hand"));
    }
    send("/policy/drafts", Map.of("of", "policy", "name", BREAKER.substring(0, 80)));
    send("/policy/drafts", Map.of("of", "district", "name", LONG.substring(0, 80)));
    appeal(cases.get(2));
    appeal(cases.get(4));
    report(form);
    asTheServicesWould(cases.get(5));
    send(
        "/accounts/practice",
        Map.of("command", UUID.randomUUID().toString(), "act", "PAUSE", "reason", SCRIPT + LONG));
    await()
        .until(
            () ->
                stack
                        .archive()
                        .count(
                            "select count(*) from account_status where status -> 'paused' ->> 'by' is not null")
                    == 1);
  }

  private int writeComments() {
    PracticeSite site = stack.practice();
    List<Integer> written = new ArrayList<>();
    int number = 0;
    for (String text : TEXTS) {
      String author = TEXTS.get((number + 1) % TEXTS.size());
      written.add(
          site.post(
              1 + number++ % 3,
              escaped(author.substring(0, Math.min(60, author.length()))),
              "what the fuck number " + number + " " + escaped(text)));
    }
    written.add(site.post(1, "Dale Whitaker", "The new reading list is well chosen."));
    int threat =
        site.post(
            1,
            FORMULA,
            escaped(
                "Tomorrow I will shoot everybody in the cafeteria. You will all die. "
                    + LONG
                    + " "
                    + SCRIPT));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                written.stream().allMatch(c -> stack.archive().outcomeOf(c).isPresent())
                    && stack.archive().caseOf(threat).isPresent()
                    && stack.archive().count("select count(*) from second_look") == 0
                    && stack.archive().count("select count(*) from case_clock") > 0);
    return threat;
  }

  private String caseOf(int comment) {
    return stack
        .archive()
        .texts("select case_id::text from review_case where comment_id = '" + comment + "'")
        .get(0);
  }

  private void decide(String caseId, String decision, String note) {
    String version =
        stack
            .archive()
            .texts("select version::text from review_case where case_id = '" + caseId + "'")
            .get(0);
    send(
        "/cases/" + caseId + "/decision",
        Map.of("decision", decision, "version", version, "note", note));
  }

  /** Opens the case page, which creates the reference for appeals, and appeals. */
  private void appeal(String caseId) {
    String page = Console.download(browser, "/cases/" + caseId);
    var reference = java.util.regex.Pattern.compile("class=\"reference\">([^<]+)<").matcher(page);
    assertThat(reference.find()).as("a reference on the page of " + caseId).isTrue();
    send(
        "/cases/" + caseId + "/appeals",
        Map.of(
            "reference",
            reference.group(1),
            "channel",
            "telephone",
            "who",
            SCRIPT,
            "contact",
            LONG,
            "why",
            TEMPLATE + BIDI + LONG.repeat(4)));
  }

  /** Opens the form to report something; it must be open for a few seconds. */
  private String form() {
    String page = Console.download(browser, "/report");
    var token = java.util.regex.Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).as(page).isTrue();
    return token.group(1);
  }

  private void report(String form) {
    for (String words : List.of(SCRIPT + TEMPLATE, BREAKER + LONG.repeat(8), BIDI + ZALGO)) {
      Map<String, String> fields = new java.util.HashMap<>();
      fields.put("form", form);
      fields.put("link", "https://evil.example/" + SCRIPT + "x".repeat(300));
      fields.put("text", words);
      fields.put("where", LONG + SCRIPT);
      fields.put("what", "threat");
      fields.put("urgency", "soon");
      fields.put("school", "maple-high");
      send("/report", fields);
    }
    send(
        "/school-links", Map.of("school", "maple-high", "purpose", SCRIPT + LONG.substring(0, 60)));
  }

  private void send(String path, Map<String, String> fields) {
    Console.send(browser, path, fields);
  }

  /** Writes what would take a day, another platform or a fault to happen. */
  private void asTheServicesWould(String caseId) {
    archive.useHandle(
        h -> {
          h.execute(
              "update post set title = case when post_id = '1' then ? else ? end",
              SCRIPT + BIDI,
              LONG.repeat(3));
          h.execute(
              "insert into quality_day (day, seed, population) values (current_date - 1, 'seed', 12)"
                  + " on conflict do nothing");
          h.execute(
              """
              insert into quality_sample (day, position, account, comment_id, revision, policy_version, model_version)
              select current_date - 1, row_number() over () - 1, account, comment_id, revision, policy_version, model_version
              from revision order by length(body) desc limit 5
              """);
          h.execute(
              """
              insert into dead_letter (dlq_topic, partition, position, origin, consumer, key, payload, error, at)
              select 'hm.comments.dlq', 0, n, 'hm.comments', 'moderation', convert_to(?, 'UTF8'), convert_to(?, 'UTF8'), ?, now()
              from generate_series(1, 3) n
              """,
              LONG,
              SCRIPT + BIDI + LONG.repeat(20),
              SCRIPT + LONG.repeat(3));
          h.execute(
              """
              insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice,
                last_day, ends_at, state, proposed_by)
              select gen_random_uuid(), case_id, 'practice', 'key', ?, '1.1', ?, ?, current_date + 9, now() + interval '9 days', 'proposed', 'somebody'
              from review_case where case_id = ?::uuid
              """,
              SCRIPT,
              LONG.repeat(4),
              BREAKER + TEMPLATE,
              caseId);
        });
  }

  /** Escapes as WordPress stores what people type. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
