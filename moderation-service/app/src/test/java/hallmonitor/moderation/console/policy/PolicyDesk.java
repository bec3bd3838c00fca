package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.drafting.FileSynchronizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brandt and Haddad, administrators, edit the district's documents; Novak only reads. */
final class PolicyDesk {
  /** Strings that must stay text, in pages and in files. */
  static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=alert(1)>",
          "</textarea></pre><script>alert(1)</script>",
          "x\"\r\n- id: nine\r\n  name: Nobody",
          "a: b # no remark",
          "&a *b !!str {inject:viewer} {{}}",
          "\u202Egnp\u2028\u0000",
          "- [ | > % @ ` '",
          "---\n...");

  final Seed seed;
  final ConsoleBrowser brandt;
  final ConsoleBrowser haddad;
  private final ConsoleDatabase database;

  private PolicyDesk(ConsoleDatabase database, Seed seed) {
    this.database = database;
    this.seed = seed;
    brandt = ConsoleBrowser.signedIn("brandt");
    haddad = ConsoleBrowser.signedIn("haddad");
  }

  /** Resets to a first start: the shipped files, and no draft. */
  static PolicyDesk open(ConsoleDatabase database, FileSynchronizer files) {
    Seed seed = new Seed(database);
    new PolicySeed(database).nothing();
    files.look();
    seed.nothing();
    seed.person("brandt", "administrator", false);
    seed.person("haddad", "administrator", false);
    seed.person("novak", "moderator", false);
    return new PolicyDesk(database, seed);
  }

  /** Cleans up for other tests on this database. */
  void close() {
    new PolicySeed(database).nothing();
  }

  // --- What a person does ---

  long draft(String name) {
    return begin("policy", name);
  }

  long begin(String document, String name) {
    String location =
        brandt.post("/policy/drafts", Map.of("of", document, "name", name)).header("Location");
    return Long.parseLong(location.replaceAll(".*/", ""));
  }

  /** Returns clause 1.2 as its form sends it, with another threshold. */
  static Map<String, Object> clause12(String atLeast) {
    Map<String, Object> form = new HashMap<>();
    form.put("number", "1.2");
    form.put("title", "Possible profanity");
    form.put(
        "wording", "Language that may be profane is reviewed by a person before anything is done.");
    form.put("category", List.of("profanity", ""));
    form.put("at-least", List.of(atLeast, ""));
    form.put("accounts", List.of("", ""));
    form.put("strikes", List.of("", ""));
    form.put("then", List.of("review"));
    form.put("urgency", "digest");
    return form;
  }

  static ConsoleResponse save(
      ConsoleBrowser who, long id, int index, int revision, Map<String, Object> clause) {
    Map<String, Object> form = new HashMap<>(clause);
    form.put("revision", Integer.toString(revision));
    return who.post("/policy/clauses/" + id + "/" + index, form);
  }

  static Map<String, String> propose(int revision, String note) {
    return Map.of("act", "propose", "revision", "" + revision, "note", note);
  }

  static Map<String, String> approve(int revision, String read) {
    return Map.of("act", "approve", "revision", "" + revision, "against", read);
  }

  /** Has Brandt change the threshold of clause 1.2 and Haddad approve it. */
  void publish(String name, String atLeast) {
    long id = draft(name);
    save(brandt, id, 1, 0, clause12(atLeast));
    publish(id, 1);
  }

  /** Has Brandt propose the draft unchanged and Haddad approve it. */
  void publish(long id, int revision) {
    String page = haddad.get("/policy/drafts/" + id).asString();
    Matcher against = Pattern.compile("name=\"against\" value=\"(\\w+)\"").matcher(page);
    assertThat(against.find()).isTrue();
    brandt.post("/policy/drafts/" + id, propose(revision, "Because."));
    assertThat(
            haddad.post("/policy/drafts/" + id, approve(revision, against.group(1))).statusCode())
        .isEqualTo(303);
  }

  /** Sends a form for a part of a draft, such as {@code people/3}. */
  ConsoleResponse send(
      ConsoleBrowser who, long id, String item, int revision, Map<String, ?> fields) {
    Map<String, Object> form = new HashMap<>(fields);
    form.put("revision", Integer.toString(revision));
    return who.post("/policy/forms/" + id + "/" + item, form);
  }

  /** Sends a form and returns the redirect's address. */
  String fill(ConsoleBrowser who, long id, String item, int revision, Map<String, ?> fields) {
    ConsoleResponse saved = send(who, id, item, revision, fields);
    assertThat(saved.statusCode()).as(item).isEqualTo(303);
    return saved.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  /** Sends a form and returns the page that it leads to. */
  String filled(ConsoleBrowser who, long id, String item, int revision, Map<String, ?> fields) {
    String page = who.get(fill(who, id, item, revision, fields)).asString();
    return page.replaceAll(">\\s+<", "><");
  }

  String page(long id) {
    return brandt.get("/policy/drafts/" + id).asString();
  }

  /** Returns the draft's text. */
  String text(long id) {
    return brandt.get("/policy/drafts/" + id + "/file").asString();
  }

  long version(String version) {
    return database.read(
        h ->
            h.select("select max(id) from document_version where version = ?", version)
                .mapTo(long.class)
                .one());
  }

  // --- What the database knows ---

  int count(String table) {
    return database.read(h -> h.select("select count(*) from " + table).mapTo(int.class).one());
  }

  String state(long id) {
    return database.read(
        h ->
            h.select("select state || ' ' || revision from document_draft where id = ?", id)
                .mapTo(String.class)
                .one());
  }

  List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
