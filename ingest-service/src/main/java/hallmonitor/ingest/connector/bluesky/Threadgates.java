package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hides replies in threads that the account started: the thread's gate, one of the account's own
 * records, lists them. Other parts of the gate stay unchanged.
 */
final class Threadgates {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HIDDEN = "hiddenReplies";

  /** Moderators and the app change the same gate; each lost race costs another attempt. */
  private static final int ATTEMPTS = 10;

  private final BlueskyApi api;
  private final InstantSource clock;

  Threadgates(BlueskyApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Returns the hidden replies of a thread; none if someone else started it. */
  Set<String> hidden(String root) throws PlatformException {
    Optional<AtUri> post =
        AtUri.parse(root).filter(uri -> uri.collection().equals(BlueskyLexicon.POST));
    if (post.isEmpty() || !post.get().did().equals(api.me())) {
      return Set.of();
    }
    return api.record(gate(post.get())).map(stored -> hidden(stored.value())).orElse(Set.of());
  }

  /**
   * Hides or shows a reply.
   *
   * @return false if nothing had to change
   */
  boolean change(String reply, String root, boolean hide) throws PlatformException {
    AtUri post =
        AtUri.parse(root)
            .filter(uri -> uri.collection().equals(BlueskyLexicon.POST))
            .orElseThrow(() -> new PlatformException(XrpcHttp.gone()));
    if (!post.did().equals(api.me())) {
      throw new PlatformException(
          new Fault.Rejected(
              "On Bluesky, only who began a thread can hide replies in it, and somebody else began"
                  + " this one; report the comment to Bluesky's moderators."));
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<BlueskyApi.Stored> before = api.record(gate(post));
      Set<String> hidden = before.map(b -> hidden(b.value())).orElse(new LinkedHashSet<>());
      if (!(hide ? hidden.add(reply) : hidden.remove(reply))) {
        return false;
      }
      if (hidden.size() > BlueskyLexicon.MOST_HIDDEN) {
        throw new PlatformException(
            new Fault.Rejected(
                "Bluesky hides at most %d replies of a thread, and this one has as many; close the thread to replies there, or delete the post."
                    .formatted(BlueskyLexicon.MOST_HIDDEN)));
      }
      ObjectNode gate =
          before.map(b -> (ObjectNode) b.value().deepCopy()).orElseGet(JSON::createObjectNode);
      if (before.isEmpty()) {
        gate.put("post", root).put("createdAt", clock.instant().toString());
      }
      gate.set(HIDDEN, JSON.valueToTree(hidden));
      if (api.put(
          BlueskyLexicon.THREADGATE, post.key(), gate, before.map(BlueskyApi.Stored::cid))) {
        return true;
      }
    }
    throw new PlatformException(
        new Fault.Transient(
            "Others change the hidden replies of this thread at the same time; it is tried"
                + " again."));
  }

  private static AtUri gate(AtUri post) {
    return new AtUri(post.did(), BlueskyLexicon.THREADGATE, post.key());
  }

  private static Set<String> hidden(JsonNode gate) {
    Set<String> uris = new LinkedHashSet<>();
    gate.path(HIDDEN).forEach(uri -> uris.add(uri.asText()));
    return uris;
  }
}
