package hallmonitor.ingest.connector.meta;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ProfileSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What differs between a Page and an Instagram account. Must be thread-safe. */
public interface GraphAccount {
  /** Returns which account the token is of, or throws unless the token may moderate it. */
  Identity verify() throws PlatformException;

  /** Returns the reader of what the account says about itself; empty if there is none. */
  default Optional<ProfileSource> profile() {
    return Optional.empty();
  }

  /**
   * Reads a page of the account's posts, newest first.
   *
   * @param me the id from {@link #verify}
   */
  GraphPage<CountedPost> posts(String me, String after) throws PlatformException;

  /** Reads a page of a post's comments, newest first, with their replies. */
  GraphPage<GraphComment> comments(CountedPost post, String after) throws PlatformException;

  /**
   * Returns whether a page of comments is sorted at every depth. If not, a new reply can stand
   * under the oldest comment, so all pages are read.
   */
  boolean sortsReplies();

  /** Finds one comment. Returns empty only if it does not exist. */
  Optional<GraphComment> find(String id) throws PlatformException;

  /** Reads the replies to a comment. */
  List<GraphComment> replies(GraphComment comment) throws PlatformException;

  Set<Capability> capabilities();

  /** Returns the name of the parameter that hides a comment. */
  String hideParameter();

  /** Returns the edge for posting a reply, such as {@code /comments}. */
  String replyEdge();

  /** Returns whether an author is blocked. */
  boolean isBlocked(String me, String author) throws PlatformException;

  void block(String me, String author, boolean blocked) throws PlatformException;

  /** Returns the list of authors that the account blocks; empty if the platform does not tell. */
  default Optional<BlockSource> blocks() {
    return Optional.empty();
  }

  /** Returns why an act that is not among the capabilities cannot be done, and what to do. */
  String instead(Capability capability);
}
