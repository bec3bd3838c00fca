package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.SiteClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The people's server (PDS) with their accounts, as their clients use it. */
final class BlueskyServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Somebody with an account. */
  record Person(String handle, String did, String token) {}

  private final SiteClient client = new SiteClient();
  private final String url;

  BlueskyServer(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  Person signUp(String name) {
    JsonNode made =
        call(
            "com.atproto.server.createAccount",
            null,
            JSON.createObjectNode()
                .put("handle", name + ".test")
                .put("email", name + "@example.org")
                .put("password", "pw-" + name));
    Person person =
        new Person(
            made.path("handle").asText(),
            made.path("did").asText(),
            made.path("accessJwt").asText());
    ObjectNode profile = JSON.createObjectNode().put("displayName", name);
    put(person, "app.bsky.actor.profile", "self", profile);
    return person;
  }

  /** Opens a new session, like a person with an expired session. */
  Person signIn(Person person) {
    JsonNode session =
        call(
            "com.atproto.server.createSession",
            null,
            JSON.createObjectNode()
                .put("identifier", person.handle())
                .put("password", "pw-" + person.handle().replace(".test", "")));
    return new Person(person.handle(), person.did(), session.path("accessJwt").asText());
  }

  JsonNode put(Person by, String collection, String key, ObjectNode record) {
    ObjectNode input =
        JSON.createObjectNode()
            .put("repo", by.did())
            .put("collection", collection)
            .put("rkey", key);
    input.set("record", record.put("$type", collection));
    return call("com.atproto.repo.putRecord", by, input);
  }

  JsonNode record(String uri, String collection) {
    return client.get(
        url
            + "/xrpc/com.atproto.repo.getRecord?repo="
            + uri.split("/")[2]
            + "&collection="
            + collection
            + "&rkey="
            + BlueskySite.key(uri),
        Map.of());
  }

  /** Uploads a file, and returns what a record says of it. */
  JsonNode upload(Person by, byte[] file, String contentType) {
    Map<String, String> headers = new LinkedHashMap<>(as(by));
    headers.put("Content-Type", contentType);
    return SiteClient.json(
            client.send(
                SiteClient.builder(url + "/xrpc/com.atproto.repo.uploadBlob", headers)
                    .POST(BodyPublishers.ofByteArray(file))
                    .build()))
        .path("blob");
  }

  JsonNode get(String query, Person as) {
    return client.get(url + "/xrpc/" + query, as(as));
  }

  JsonNode call(String method, Person as, JsonNode input) {
    return SiteClient.json(send(method, as, input));
  }

  HttpResponse<String> send(String method, Person as, JsonNode input) {
    Map<String, String> headers = new LinkedHashMap<>(as(as));
    headers.put("Content-Type", "application/json");
    return client.send(
        SiteClient.builder(url + "/xrpc/" + method, headers)
            .POST(BodyPublishers.ofString(input.toString()))
            .build());
  }

  private static Map<String, String> as(Person person) {
    return person == null ? Map.of() : Map.of("Authorization", "Bearer " + person.token());
  }
}
