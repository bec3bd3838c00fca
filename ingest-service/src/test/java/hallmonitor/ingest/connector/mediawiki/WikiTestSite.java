package hallmonitor.ingest.connector.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.SiteClient;
import hallmonitor.ingest.connector.TestBed;
import hallmonitor.ingest.connector.TestSite;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A wiki as its readers use it: {@code Troll}, with an account, writes on a talk page. */
final class WikiTestSite implements TestSite {
  static final String PAGE = "Talk:Budget";

  private final SiteClient troll = new SiteClient();
  private final SiteClient nobody = new SiteClient();
  private final TestBed bed;
  private volatile String token = "";
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  WikiTestSite(TestBed bed) {
    this.bed = bed;
    signIn();
    append("A place to talk.");
  }

  /** Signs in the visitor, who also loses the session when the wiki forgets all sessions. */
  void signIn() {
    String login =
        get(troll, Map.of("action", "query", "meta", "tokens", "type", "login"))
            .at("/query/tokens/logintoken")
            .asText();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("action", "login");
    form.put("lgname", "Troll");
    form.put("lgpassword", bed.told().at("/users/Troll").asText());
    form.put("lgtoken", login);
    post(troll, form);
    token =
        get(troll, Map.of("action", "query", "meta", "tokens"))
            .at("/query/tokens/csrftoken")
            .asText();
  }

  @Override
  public String url() {
    return bed.told().path("url").asText();
  }

  @Override
  public String credential() {
    return bed.told().path("credential").asText();
  }

  @Override
  public String wrongCredential() {
    return "Moderator@hall-monitor:0123456789abcdef0123456789abcdef";
  }

  @Override
  public String post() {
    return page().path("pageid").asText();
  }

  @Override
  public String comment(String text) {
    String id = append(text + " ~~~~");
    texts.put(id, text);
    return id;
  }

  /** Writes without an account. */
  String anonymous(String text) {
    Map<String, String> form = edit();
    form.put("appendtext", "\n\n" + text);
    form.put("token", "+\\");
    return saved(post(nobody, form));
  }

  private String append(String text) {
    Map<String, String> form = edit();
    form.put("appendtext", "\n\n" + text);
    return saved(post(troll, form));
  }

  @Override
  public String reply(String parent, String text) {
    List<String> lines = lines();
    int at = line(lines, texts.get(parent));
    String colons = lines.get(at).replaceAll("^(:*).*$", "$1") + ":";
    lines.add(at + 1, colons + text + " ~~~~");
    String id = save(lines);
    texts.put(id, text);
    return id;
  }

  @Override
  public void edit(String id, String text) {
    List<String> lines = lines();
    int at = line(lines, texts.get(id));
    lines.set(at, lines.get(at).replace(texts.get(id), text));
    save(lines);
    texts.put(id, text);
  }

  @Override
  public void delete(String id) {
    List<String> lines = lines();
    lines.remove(line(lines, texts.get(id)));
    save(lines);
  }

  @Override
  public String missing() {
    return "99999999";
  }

  /** Looks on the page and in the version that wrote it, as anyone may. */
  @Override
  public boolean shows(String id) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("prop", "revisions");
    query.put("rvprop", "content");
    query.put("rvslots", "main");
    query.put("revids", id);
    String version =
        get(nobody, query).at("/query/pages/0/revisions/0/slots/main/content").asText("");
    boolean onPage = String.join("\n", lines()).contains(texts.get(id));
    if (onPage != version.contains(texts.get(id))) {
      throw new IllegalStateException("on the page: " + onPage + ", in its version: " + !onPage);
    }
    return onPage;
  }

  @Override
  public boolean mayWrite(String id) {
    return get(
            nobody,
            Map.of("action", "query", "list", "users", "ususers", "Troll", "usprop", "blockinfo"))
        .at("/query/users/0/blockid")
        .isMissingNode();
  }

  @Override
  public List<String> burst(int count) {
    bed.run("burst", bed.folder().toString(), String.valueOf(count));
    List<String> ids = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("prop", "revisions");
    query.put("rvprop", "ids|comment");
    query.put("rvlimit", "500");
    query.put("titles", PAGE);
    for (JsonNode one : get(nobody, query).at("/query/pages/0/revisions")) {
      if (one.path("comment").asText().startsWith("burst ")) {
        ids.add(one.path("revid").asText());
      }
    }
    return ids;
  }

  @Override
  public Optional<String> picture(String text) {
    return Optional.of(append("[[File:Dot.png|thumb]] " + text + " ~~~~"));
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(300);
  }

  private List<String> lines() {
    String text = page().at("/revisions/0/slots/main/content").asText();
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  private JsonNode page() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("prop", "revisions");
    query.put("rvprop", "content");
    query.put("rvslots", "main");
    query.put("titles", PAGE);
    return get(nobody, query).at("/query/pages/0");
  }

  private static int line(List<String> lines, String text) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i;
      }
    }
    throw new IllegalStateException("not on the page: " + text);
  }

  private String save(List<String> lines) {
    Map<String, String> form = edit();
    form.put("text", String.join("\n", lines));
    return saved(post(troll, form));
  }

  private Map<String, String> edit() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("action", "edit");
    form.put("title", PAGE);
    form.put("token", token);
    return form;
  }

  private static String saved(JsonNode answer) {
    if (!answer.at("/edit/result").asText().equals("Success")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.at("/edit/newrevid").asText();
  }

  private JsonNode get(SiteClient client, Map<String, String> query) {
    return client.get(
        url() + "/api.php?format=json&formatversion=2&" + PlatformHttp.form(query), Map.of());
  }

  private JsonNode post(SiteClient client, Map<String, String> form) {
    return client.form("POST", url() + "/api.php?format=json&formatversion=2", Map.of(), form);
  }
}
