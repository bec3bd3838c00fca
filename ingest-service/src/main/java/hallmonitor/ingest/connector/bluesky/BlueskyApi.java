package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Calls the account's server, signed in. Every failure becomes a fault. */
final class BlueskyApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Most posts of one request (app/bsky/feed/getPosts). */
  private static final int POSTS_AT_ONCE = 25;

  /**
   * A record with its version.
   *
   * @param cid changes with each change
   */
  record Stored(String cid, JsonNode value) {}

  private final XrpcHttp http;
  private final BlueskySession session;

  BlueskyApi(XrpcHttp http, BlueskySession session) {
    this.http = http;
    this.session = session;
  }

  /** Returns the account's id. */
  String me() throws PlatformException {
    return session.open().did();
  }

  /** Asks for the session itself; a server answers that only for a valid one. */
  Identity verify() throws PlatformException {
    JsonNode said = query(BlueskyLexicon.GET_SESSION, List.of()).body();
    if (!said.path("active").asBoolean(true)) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The account is not active (%s); sign in there as the account and see why."
                  .formatted(said.path("status").asText("unknown"))));
    }
    return new Identity(
        said.path("did").asText(), "@" + said.path("handle").asText(), Kind.ACCOUNT);
  }

  /** Sends a query. A name may occur more than once among the parameters. */
  JsonAnswer query(String method, List<Entry<String, String>> parameters) throws PlatformException {
    return good(send(access -> http.call(method, parameters, Optional.of(access)).GET()));
  }

  /** Returns the posts that exist and that the account may see, in any order. */
  List<PostView> posts(List<String> uris) throws PlatformException {
    List<PostView> found = new ArrayList<>();
    for (int at = 0; at < uris.size(); at += POSTS_AT_ONCE) {
      List<Entry<String, String>> some =
          uris.subList(at, Math.min(uris.size(), at + POSTS_AT_ONCE)).stream()
              .map(uri -> Map.entry("uris", uri))
              .toList();
      found.addAll(PostView.all(query(BlueskyLexicon.GET_POSTS, some).objects("posts")));
    }
    return found;
  }

  Optional<PostView> post(String uri) throws PlatformException {
    return posts(List.of(uri)).stream().filter(p -> p.uri().equals(uri)).findFirst();
  }

  /**
   * Returns a record from its own server, no matter who blocked the other; empty if there is none.
   */
  Optional<Stored> record(AtUri uri) throws PlatformException {
    try {
      JsonNode body =
          query(
                  BlueskyLexicon.GET_RECORD,
                  List.of(
                      Map.entry("repo", uri.did()),
                      Map.entry("collection", uri.collection()),
                      Map.entry("rkey", uri.key())))
              .body();
      return Optional.of(new Stored(body.path("cid").asText(), body.path("value")));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Writes a record of the account's own if the one there has not changed.
   *
   * @param instead the version that it replaces; empty if there must be none
   * @return false if someone else wrote it in the meantime
   */
  boolean put(String collection, String key, ObjectNode value, Optional<String> instead)
      throws PlatformException {
    ObjectNode input = own(collection, key);
    input.set("record", value.put("$type", collection));
    input.put("swapRecord", instead.orElse(null));
    return write(BlueskyLexicon.PUT_RECORD, input);
  }

  /** Deletes a record of the account's own; a missing one counts as deleted. */
  void delete(String collection, String key) throws PlatformException {
    write(BlueskyLexicon.DELETE_RECORD, own(collection, key));
  }

  private ObjectNode own(String collection, String key) throws PlatformException {
    return JSON.createObjectNode().put("repo", me()).put("collection", collection).put("rkey", key);
  }

  private boolean write(String method, ObjectNode input) throws PlatformException {
    JsonAnswer answer =
        send(access -> XrpcHttp.with(http.call(method, List.of(), Optional.of(access)), input));
    if (XrpcHttp.error(answer).equals("InvalidSwap")) {
      return false;
    }
    good(answer);
    return true;
  }

  private interface Call {
    HttpRequest.Builder with(String accessToken);
  }

  private JsonAnswer send(Call call) throws PlatformException {
    BlueskySession.Tokens tokens = session.open();
    JsonAnswer answer = http.send(call.with(tokens.access()));
    return XrpcHttp.error(answer).equals("ExpiredToken")
        ? http.send(call.with(session.renew(tokens).access()))
        : answer;
  }

  private JsonAnswer good(JsonAnswer answer) throws PlatformException {
    if (answer.good()) {
      return answer;
    }
    throw new PlatformException(http.fault(answer));
  }
}
