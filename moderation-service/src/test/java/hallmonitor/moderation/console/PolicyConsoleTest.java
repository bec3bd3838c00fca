package hallmonitor.moderation.console;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.QuarkusParts;
import hallmonitor.moderation.drafting.FilesInForce;
import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.pipeline.SeenComment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy page: reading, drafting, trying and publishing, by two administrators. */
@QuarkusTest
@TestProfile(PolicySeed.OwnFolder.class)
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class PolicyConsoleTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject ConsoleDatabase database;
  @Inject FilesInForce files;
  @Inject Rules rules;
  @Inject Producer<byte[], byte[]> producer;

  private Seed seed;
  private Browser brandt;
  private Browser haddad;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    new PolicySeed(database).nothing();
    files.look();
    seed.nothing();
    seed.person("brandt", "administrator", false);
    seed.person("haddad", "administrator", false);
    seed.person("novak", "moderator", false);
    brandt = Browser.signedIn("brandt");
    haddad = Browser.signedIn("haddad");
  }

  /** Nothing of it is left for other tests on this database. */
  @AfterEach
  void end() {
    new PolicySeed(database).nothing();
  }

  // --- Reading ---

  @Test
  void everybodyReadsWhatIsInForceAndSinceWhen() {
    String page = Browser.signedIn("novak").get("/policy").asString();

    assertThat(page)
        .contains("Bullying and personal attacks", "92 % certainty or more")
        .contains("changed in the file, by nobody known", "Ngozi Okafor", "escalation.yaml")
        .doesNotContain("Begin a draft");
  }

  @Test
  void aModeratorReadsDraftsAndChangesNothing() {
    long id = draft("Stricter");
    Browser novak = Browser.signedIn("novak");

    for (String path : List.of("", "/text", "/file")) {
      assertThat(novak.get("/policy/drafts/" + id + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(novak.get("/policy/trials/" + id + "/shadow").statusCode()).isEqualTo(200);
    assertThat(novak.get("/policy/clauses/" + id + "/0").statusCode()).isEqualTo(403);
    assertThat(novak.post("/policy/drafts", Map.of("of", "policy")).statusCode()).isEqualTo(403);
    for (String path :
        List.of(
            "/policy/drafts/" + id,
            "/policy/drafts/" + id + "/text",
            "/policy/clauses/" + id + "/0",
            "/policy/clauses/" + id + "/0/remove",
            "/policy/clauses/" + id + "/words",
            "/policy/clauses/" + id + "/title",
            "/policy/trials/" + id + "/shadow",
            "/policy/trials/" + id + "/backtest")) {
      assertThat(novak.post(path, Map.of("act", "discard", "revision", "0")).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(state(id)).isEqualTo("open 0");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    long id = draft("Stricter");
    for (String path :
        List.of(
            "/policy/drafts/999999",
            "/policy/clauses/" + id + "/99",
            "/policy/versions/999999",
            "/policy/versions?of=secrets",
            "/policy/trials/999999/backtest")) {
      assertThat(brandt.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(brandt.post("/policy/drafts", Map.of("of", "secrets")).statusCode()).isEqualTo(404);
  }

  // --- Drafting ---

  @Test
  void aThresholdIsChangedByAFormAndToldInWords() {
    long id = draft("Milder on profanity");

    Response saved = save(brandt, id, 1, 0, clause12("0.70"));

    assertThat(saved.header("Location")).endsWith("/policy/drafts/" + id + "#clause-1");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Clause 1.2: profanity at-least 0.50 -&gt; 0.70", "No mistakes");
    assertThat(text(id)).contains("# --- 2  Attacks on people", "at-least: 0.70");
    assertThat(audit()).contains("draft-saved draft " + id);
  }

  @Test
  void aMistakeIsKeptAndNamedAtItsFieldAndWithItsPlace() {
    long id = draft("Too strict");
    Map<String, Object> hides = clause12("0.5");
    hides.put("then", List.of("hide"));

    Response saved = save(brandt, id, 1, 0, hides);

    String form =
        brandt.get(saved.header("Location").replaceFirst("^https?://[^/]+", "")).asString();
    assertThat(form)
        .contains("name=\"at-least\" inputmode=\"decimal\" maxlength=\"20\" value=\"0.5\"")
        .containsPattern(
            "value=\"0.5\"[^>]*>\\s*<p class=\"mistake\">a clause that hides by itself");
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .containsPattern("Line \\d+, column \\d+</a>: a clause that hides by itself")
        .contains("class=\"primary\" disabled");
    assertThat(brandt.post("/policy/drafts/" + id, propose(1, "Try")).statusCode()).isEqualTo(409);
  }

  @Test
  void aClauseIsAddedAndRemoved() {
    long id = draft("Chain letters");
    int last = rules.get().policy().clauses().size();
    Map<String, Object> clause = clause12("0.3");
    clause.put("number", "8.1");
    clause.put("category", List.of("spam", ""));
    clause.put("accounts", List.of("classroom", ""));

    save(brandt, id, last, 0, clause);
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Clause 8.1 (Possible profanity) is new.");

    brandt.post("/policy/clauses/" + id + "/" + last + "/remove", Map.of("revision", "1"));
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("The texts are the same.");
  }

  @Test
  void rolesAndUrgencyOfAnEscalationAreChangedByAForm() {
    long id = draft("Routing");
    Map<String, Object> clause = clause12("0.8");
    clause.put("number", "2.2");
    clause.put("category", List.of("bullying", ""));
    clause.put("then", List.of("escalate"));
    clause.put("role", List.of("principal", "counselor"));
    clause.put("urgency", "immediate");

    save(brandt, id, 3, 0, clause);

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("Clause 2.2: tells assistant-principal -&gt; principal, counselor")
        .contains("Clause 2.2: urgency soon -&gt; immediate");
  }

  @Test
  void wordsAreNamedAndCheckedAtOnce() {
    long id = draft("Words");

    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "0", "profanity", "frick\nokafor", "allowed", "crap"));

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("<p class=\"mistake\">&#39;okafor&#39; cannot be named as profanity");
    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "1", "profanity", "frick", "allowed", "crap"));
    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("The word &#39;frick&#39; is now counted as profanity.", "No mistakes");
  }

  @Test
  void whoeverSavesSecondIsToldAndOverwritesNothing() {
    long id = draft("Together");
    save(brandt, id, 1, 0, clause12("0.7"));

    Response late = save(haddad, id, 1, 0, clause12("0.6"));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Somebody else changed this draft", "You wrote:", "0.6");
    assertThat(text(id)).contains("at-least: 0.7 }").doesNotContain("profanity, at-least: 0.6");
    assertThat(save(haddad, id, 1, 1, clause12("0.6")).statusCode())
        .as("anybody with the role goes on")
        .isEqualTo(303);
  }

  @Test
  void theWholeTextIsEditedAndHostileTextIsOnlyText() {
    long id = draft("<script>alert(1)</script>");
    String hostile =
        text(id).replace("title: Profanity", "title: \"<img src=x> {inject:viewer} \u202Egnp\"");

    Response saved =
        brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", hostile));

    assertThat(saved.statusCode()).isEqualTo(303);
    for (String path :
        List.of("/policy/drafts/" + id, "/policy/drafts/" + id + "/text", "/policy")) {
      assertThat(brandt.get(path).asString())
          .as(path)
          .doesNotContain("<script>alert", "<img src=x");
    }
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("{inject:viewer}");
  }

  @Test
  void aTextThatIsNoYamlHasNoFormsAndSaysWhereItEnds() {
    long id = draft("Broken");

    brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", "clauses: [\n"));

    assertThat(brandt.get("/policy/drafts/" + id).asString())
        .contains("this is not YAML", "there are no forms for it");
    assertThat(brandt.get("/policy/clauses/" + id + "/0").statusCode()).isEqualTo(404);
  }

  // --- Publishing ---

  @Test
  void twoPeoplePublishAndItIsInForceWithoutARestart() {
    long id = draft("Milder");
    String read = rules.get().policyVersion();
    save(brandt, id, 1, 0, clause12("0.7"));
    brandt.post("/policy/drafts/" + id, propose(1, "Too many false alarms."));

    assertThat(brandt.post("/policy/drafts/" + id, approve(1, read)).statusCode()).isEqualTo(409);
    assertThat(rules.get().policyVersion()).isEqualTo(read);
    assertThat(haddad.post("/policy/drafts/" + id, approve(1, read)).statusCode()).isEqualTo(303);

    assertThat(rules.get().policyVersion()).isNotEqualTo(read);
    assertThat(PolicySeed.inFile("policy.yaml")).contains("at-least: 0.7 }");
    assertThat(brandt.get("/policy").asString())
        .contains(
            "Proposed by <bdi>Elias Brandt</bdi>, approved by <bdi>haddad</bdi>",
            "Too many false alarms.");
    assertThat(audit()).contains("draft-proposed draft " + id, "draft-approved draft " + id);
  }

  @Test
  void aProposalThatIsEditedMustBeProposedAnew() {
    long id = draft("Milder");
    brandt.post("/policy/drafts/" + id, propose(0, "Because."));

    save(haddad, id, 1, 0, clause12("0.7"));

    assertThat(state(id)).isEqualTo("open 1");
    assertThat(
            haddad
                .post("/policy/drafts/" + id, approve(1, rules.get().policyVersion()))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void anOldVersionComesBackByTheSameWay() {
    String first = rules.get().policyVersion();
    publish("Milder", "0.7");
    long old = version(first);

    String location =
        brandt
            .post(
                "/policy/drafts",
                Map.of("of", "policy", "from", Long.toString(old), "name", "Back"))
            .header("Location");
    long id = Long.parseLong(location.replaceAll(".*/", ""));
    String read = rules.get().policyVersion();
    brandt.post("/policy/drafts/" + id, propose(0, "It missed too much."));
    haddad.post("/policy/drafts/" + id, approve(0, read));

    assertThat(rules.get().policyVersion()).isEqualTo(first);
    assertThat(brandt.get("/policy/versions").asString()).contains("It missed too much.");
  }

  @Test
  void anyTwoVersionsAreComparedInWordsAndAsText() {
    String before = rules.get().policyVersion();
    publish("Milder", "0.7");

    String page =
        brandt
            .get(
                "/policy/compare?from="
                    + version(before)
                    + "&to="
                    + version(rules.get().policyVersion()))
            .asString();

    assertThat(page)
        .contains("Clause 1.2: profanity at-least 0.50 -&gt; 0.70")
        .containsPattern(
            "class=\"plus\"><b>\\+</b><bdi> *- \\{ category: profanity, at-least: 0.7 }");
  }

  @Test
  void aChangeByHandIsShownAsSuch() {
    publish("Milder", "0.7");
    PolicySeed.edit("policy.yaml", "title: Community guidelines", "title: By hand: guidelines");
    PolicySeed.edit("policy.yaml", "title: By hand:", "title: By hand,");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(brandt.get("/policy").asString())
                    .contains("By hand, guidelines", "changed in the file, by nobody known"));
    assertThat(brandt.get("/policy/versions").asString())
        .contains("Changed in the file, by nobody known", "Proposed by <bdi>Elias Brandt");
  }

  @Test
  void contactsGoTheSameWay() {
    long id = begin("district", "New principal");
    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of("revision", "0", "text", text(id).replace("n.okafor@maplevalley12", "no email")));
    assertThat(brandt.get("/policy/drafts/" + id).asString()).contains("is not an email address");

    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of("revision", "1", "text", text(id).replace("no email", "ngozi@maplevalley12")));
    brandt.post("/policy/drafts/" + id, propose(2, "Her address changed."));
    haddad.post("/policy/drafts/" + id, approve(2, rules.district().current().version()));

    assertThat(rules.district().current().value().person("okafor").orElseThrow().email())
        .isEqualTo("ngozi@maplevalley12.example");
    assertThat(PolicySeed.inFile("district.yaml")).contains("ngozi@maplevalley12");
  }

  // --- Trials ---

  @Test
  void inShadowADraftJudgesWhatComesInAndDoesNothing() throws Exception {
    long id = draft("Words");
    brandt.post(
        "/policy/clauses/" + id + "/words",
        Map.of("revision", "0", "profanity", "blorptang", "allowed", ""));
    assertThat(
            brandt
                .post(shadow(id), Map.of("act", "start", "days", "7", "percent", "100"))
                .statusCode())
        .isEqualTo(303);

    String coarse = receive("The blorptang bake sale is on Friday");
    String fine = receive("Go Mavericks!");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(answers())
                    .contains(coarse + done(coarse) + " hide", fine + done(fine) + " allow"));
    String page = brandt.get(shadow(id)).asString();
    assertThat(page)
        .contains(
            "Newly hidden", "The blorptang bake sale is on Friday", "<strong>2</strong> revisions")
        .doesNotContain("Go Mavericks!");
    assertThat(done(coarse)).as("what was done").isNotEqualTo(" hide");
    assertThat(count("ordered_action")).isZero();
    assertThat(audit()).contains("shadow-started draft " + id, "shadow-read draft " + id);

    brandt.post(shadow(id), Map.of("act", "stop"));
    String later = receive("blorptang again");
    await().atMost(SOON).untilAsserted(() -> assertThat(count("revision")).isEqualTo(3));
    await().atMost(SOON).untilAsserted(() -> assertThat(lookedPast(later)).isTrue());
    assertThat(answers()).hasSize(2);
  }

  @Test
  void onlyADraftWithoutMistakesJudgesInShadowAndForALimitedTime() {
    long id = draft("Broken");
    assertThat(brandt.post(shadow(id), Map.of("days", "31", "percent", "100")).statusCode())
        .isEqualTo(409);
    brandt.post("/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", "title: x"));
    assertThat(brandt.post(shadow(id), Map.of("days", "7", "percent", "100")).statusCode())
        .isEqualTo(409);
    assertThat(count("shadow_run")).isZero();
  }

  @Test
  void aBacktestSaysByClauseWhatWouldChangeAndLinksToTheCases() {
    UUID spared =
        seed.aCase("1").saying("that is crap").found("PROFANITY", .6, "why", "crap").there();
    UUID reported =
        seed.aCase("2").saying("you will see").found("THREAT", .5, "why", "see").there();
    seed.aCase("3").saying("damn it").found("PROFANITY", .95, "why", "damn").there();
    long id = draft("Other thresholds");
    save(brandt, id, 1, 0, clause12("0.7"));
    brandt.post(
        "/policy/drafts/" + id + "/text",
        Map.of(
            "revision",
            "1",
            "text",
            text(id).replace("threat, at-least: 0.55", "threat, at-least: 0.4")));

    assertThat(brandt.post(backtest(id), Map.of("act", "start", "days", "30")).statusCode())
        .isEqualTo(303);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(brandt.get(backtest(id)).asString())
                    .contains("Finished: 3 revisions judged."));
    assertThat(brandt.get(backtest(id)).asString())
        .containsPattern("1.2</th><td>Newly allowed</td><td class=\"number-cell\">1<")
        .containsPattern("3.2</th><td>Newly escalated</td><td class=\"number-cell\">1<")
        .contains("/cases/" + spared, "/cases/" + reported, "that is crap")
        .doesNotContain("damn it");
    assertThat(brandt.part(backtest(id) + "/progress").header("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void aBacktestThatRunsIsCancelled() {
    long id = draft("Slow");
    database.write(
        h ->
            h.execute(
                "insert into backtest_run (draft_id, version, body, against, against_body, days,"
                    + " started_by) values (?, 'x', '', 'y', '', 30, 'brandt')",
                id));

    assertThat(brandt.post(backtest(id), Map.of("days", "30")).statusCode())
        .as("one at a time")
        .isEqualTo(409);
    brandt.post(backtest(id), Map.of("act", "cancel"));

    assertThat(brandt.get(backtest(id)).asString()).contains("Cancelled after 0 of 0 revisions.");
    assertThat(audit()).contains("backtest-cancelled draft " + id);
  }

  @Test
  void aPageStaysLight() {
    long id = draft("Weight");
    for (String path : List.of("/policy", "/policy/drafts/" + id, "/policy/clauses/" + id + "/0")) {
      int htmlAndAssets =
          brandt.get(path).asByteArray().length
              + brandt.get("/console/console.css").asByteArray().length
              + brandt.get("/console/policy.css").asByteArray().length
              + brandt.get("/console/console.js").asByteArray().length
              + brandt.get("/webjars/htmx.org/dist/htmx.min.js").asByteArray().length;
      assertThat(htmlAndAssets).as(path).isLessThan(150_000);
      assertThat(brandt.get(path).asString()).contains("href=\"/console/policy.css\"");
    }
  }

  // --- What a person does ---

  private long draft(String name) {
    return begin("policy", name);
  }

  private long begin(String document, String name) {
    String location =
        brandt.post("/policy/drafts", Map.of("of", document, "name", name)).header("Location");
    return Long.parseLong(location.replaceAll(".*/", ""));
  }

  /** Clause 1.2 as its form sends it, with another threshold. */
  private static Map<String, Object> clause12(String atLeast) {
    Map<String, Object> form = new HashMap<>();
    form.put("number", "1.2");
    form.put("title", "Possible profanity");
    form.put(
        "wording",
        "Language that may be profane is looked at by a person before anything is done.");
    form.put("category", List.of("profanity", ""));
    form.put("at-least", List.of(atLeast, ""));
    form.put("accounts", List.of("", ""));
    form.put("strikes", List.of("", ""));
    form.put("then", List.of("review"));
    form.put("urgency", "digest");
    return form;
  }

  private static Response save(
      Browser who, long id, int index, int revision, Map<String, Object> clause) {
    Map<String, Object> form = new HashMap<>(clause);
    form.put("revision", Integer.toString(revision));
    return who.post("/policy/clauses/" + id + "/" + index, form);
  }

  private static Map<String, String> propose(int revision, String note) {
    return Map.of("act", "propose", "revision", "" + revision, "note", note);
  }

  private static Map<String, String> approve(int revision, String read) {
    return Map.of("act", "approve", "revision", "" + revision, "against", read);
  }

  private void publish(String name, String atLeast) {
    long id = draft(name);
    String read = rules.get().policyVersion();
    save(brandt, id, 1, 0, clause12(atLeast));
    brandt.post("/policy/drafts/" + id, propose(1, "Because."));
    assertThat(haddad.post("/policy/drafts/" + id, approve(1, read)).statusCode()).isEqualTo(303);
  }

  private static String shadow(long id) {
    return "/policy/trials/" + id + "/shadow";
  }

  private static String backtest(long id) {
    return "/policy/trials/" + id + "/backtest";
  }

  /** A comment as the connector sends it; returns its id. */
  private String receive(String words) throws Exception {
    String id = UUID.randomUUID().toString();
    SeenComment comment = aComment(id).by("Author " + id).saying(words);
    var record = comment.record();
    producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value())).get();
    return id;
  }

  // --- What the database knows ---

  private List<String> answers() {
    return database.read(
        h ->
            h.select("select comment_id || ' ' || was || ' ' || would from shadow_answer")
                .mapTo(String.class)
                .list());
  }

  /** What the policy in force answered. */
  private String done(String comment) {
    return database.read(
        h ->
            h.select("select ' ' || outcome from revision where comment_id = ?", comment)
                .mapTo(String.class)
                .findOne()
                .orElse(" not judged yet"));
  }

  private boolean lookedPast(String comment) {
    return database.read(
        h ->
            h.select(
                    "select ends_at < (select judged_at from revision where comment_id = ?)"
                        + " and looked_to >= ends_at from shadow_run",
                    comment)
                .mapTo(boolean.class)
                .one());
  }

  private int count(String table) {
    return database.read(h -> h.select("select count(*) from " + table).mapTo(int.class).one());
  }

  private String state(long id) {
    return database.read(
        h ->
            h.select("select state || ' ' || revision from document_draft where id = ?", id)
                .mapTo(String.class)
                .one());
  }

  private String text(long id) {
    return brandt.get("/policy/drafts/" + id + "/file").asString();
  }

  private long version(String version) {
    String page = brandt.get("/policy/versions").asString();
    Matcher link = Pattern.compile("/policy/versions/(\\d+)\"><code>" + version).matcher(page);
    assertThat(link.find()).isTrue();
    return Long.parseLong(link.group(1));
  }

  private List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
