package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.SiteClient;
import hallmonitor.ingest.connector.TestSite;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** A snac server as the people on it use it: {@code troll} writes under a post of the district. */
final class SnacSite implements TestSite {
  private final SiteClient client = new SiteClient();
  private final String url;
  private final JsonNode users;
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final String post;

  SnacSite(JsonNode told) {
    this.url = told.path("url").asText();
    this.users = told.path("users");
    this.post = write("district", Map.of("status", "Board meets tonight"));
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String credential() {
    return users.at("/district/token").asText();
  }

  @Override
  public String wrongCredential() {
    return "0123456789abcdef0123456789abcdef";
  }

  @Override
  public String post() {
    return post;
  }

  @Override
  public String reply(String parent, String text) {
    return write("troll", Map.of("status", "@district " + text, "in_reply_to_id", id(parent)));
  }

  private String write(String user, Map<String, String> status) {
    Map<String, String> form = new LinkedHashMap<>(status);
    form.put("visibility", "public");
    JsonNode written = client.form("POST", url + "/api/v1/statuses", as(user), form);
    ids.put(written.path("uri").asText(), written.path("id").asText());
    return written.path("uri").asText();
  }

  /** Returns the current id of the status. */
  String id(String uri) {
    return ids.get(uri);
  }

  @Override
  public void edit(String uri, String text) {
    JsonNode edited =
        client.form(
            "PUT",
            url + "/api/v1/statuses/" + id(uri),
            as("troll"),
            Map.of("status", "@district " + text));
    ids.put(uri, edited.path("id").asText());
  }

  /** snac's API has no deletion; its own pages have. */
  @Override
  public void delete(String uri) {
    String login = "troll:" + users.at("/troll/password").asText();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    var answer =
        client.formResponse(
            "POST",
            url + "/troll/admin/action",
            Map.of("Authorization", "Basic " + basic),
            Map.of("id", uri, "actor", url + "/troll", "action", "Delete", "redir", "top"));
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException("not deleted: " + answer.statusCode());
    }
  }

  /** Asks the server to delete someone else's status, as the district. */
  int deleteAsDistrict(String uri) {
    return client
        .send(
            SiteClient.builder(url + "/api/v1/statuses/" + id(uri), as("district"))
                .DELETE()
                .build())
        .statusCode();
  }

  @Override
  public String missing() {
    return url + "/troll/p/1000000000.000001";
  }

  @Override
  public boolean shows(String uri) {
    return client
            .send(
                SiteClient.builder(uri, Map.of("Accept", "application/activity+json"))
                    .GET()
                    .build())
            .statusCode()
        == 200;
  }

  @Override
  public boolean mayWrite(String uri) {
    // snac shows a blocked account's statuses only in their thread.
    String troll =
        StreamSupport.stream(thread().spliterator(), false)
            .filter(one -> one.path("uri").asText().equals(uri))
            .map(one -> one.at("/account/id").asText())
            .findFirst()
            .orElseThrow();
    return !client
        .get(url + "/api/v1/accounts/relationships?id[]=" + troll, as("district"))
        .path(0)
        .path("blocking")
        .asBoolean();
  }

  private JsonNode thread() {
    return client
        .get(url + "/api/v1/statuses/" + id(post) + "/context", as("district"))
        .path("descendants");
  }

  /** Returns whether the thread under the district's post still contains a status. */
  boolean inThread(String uri) {
    for (JsonNode one : thread()) {
      if (one.path("uri").asText().equals(uri)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<String> picture(String text) {
    String png =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dot.png\"\r\n"
            + "Content-Type: image/png\r\n\r\nno real picture\r\n--edge--\r\n";
    Map<String, String> headers = new LinkedHashMap<>(as("troll"));
    headers.put("Content-Type", "multipart/form-data; boundary=edge");
    var uploaded =
        client.send(
            SiteClient.builder(url + "/api/v2/media", headers)
                .POST(BodyPublishers.ofString(png))
                .build());
    String id = uploaded.body().replaceAll("(?s).*\"id\": ?\"([^\"]+)\".*", "$1");
    return Optional.of(
        write(
            "troll",
            Map.of("status", "@district " + text, "in_reply_to_id", id(post), "media_ids[]", id)));
  }

  /** A server also uses its queue for deliveries to its own accounts. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(240);
  }

  private Map<String, String> as(String user) {
    return Map.of("Authorization", "Bearer " + users.path(user).path("token").asText());
  }
}
