package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.PlatformException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Blocks authors: each block is a record of the account's own. Its key is derived from the author,
 * so there is never a second one, even if the AppView does not know the first one yet.
 */
final class AuthorBlocks implements BlockSource {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Most of one page (app/bsky/graph/getBlocks). */
  private static final String PAGE = "100";

  private final BlueskyApi api;
  private final InstantSource clock;

  AuthorBlocks(BlueskyApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * Blocks an author.
   *
   * @return false if the author was blocked before
   */
  boolean block(String did) throws PlatformException {
    if (api.record(own(did)).isPresent() || byHand(did).isPresent()) {
      return false;
    }
    return api.put(
        BlueskyLexicon.BLOCK,
        own(did).key(),
        JSON.createObjectNode().put("subject", did).put("createdAt", clock.instant().toString()),
        Optional.empty());
  }

  /**
   * Lifts the block, no matter who made it.
   *
   * @return false if there was none
   */
  boolean unblock(String did) throws PlatformException {
    AtUri own = own(did);
    boolean ours = api.record(own).isPresent();
    Optional<AtUri> other = byHand(did);
    if (ours) {
      api.delete(BlueskyLexicon.BLOCK, own.key());
    }
    if (other.isPresent()) {
      api.delete(BlueskyLexicon.BLOCK, other.get().key());
    }
    return ours || other.isPresent();
  }

  @Override
  public BlockPage blocks(String cursor) throws PlatformException {
    List<Map.Entry<String, String>> query = new ArrayList<>(List.of(Map.entry("limit", PAGE)));
    if (!cursor.isEmpty()) {
      query.add(Map.entry("cursor", cursor));
    }
    JsonNode list = api.query(BlueskyLexicon.GET_BLOCKS, query).body();
    List<Author> authors = new ArrayList<>();
    list.path("blocks").forEach(profile -> authors.add(PostView.author(profile)));
    return new BlockPage(authors, list.path("cursor").asText(""));
  }

  private AtUri own(String did) throws PlatformException {
    return new AtUri(api.me(), BlueskyLexicon.BLOCK, RecordKey.of("block " + did));
  }

  /** Returns a block that was made in the app and still exists. */
  private Optional<AtUri> byHand(String did) throws PlatformException {
    String said =
        api.query(BlueskyLexicon.GET_PROFILE, List.of(Map.entry("actor", did)))
            .body()
            .at("/viewer/blocking")
            .asText("");
    Optional<AtUri> block = AtUri.parse(said);
    if (block.isEmpty() || block.get().equals(own(did)) || api.record(block.get()).isEmpty()) {
      return Optional.empty();
    }
    return block;
  }
}
