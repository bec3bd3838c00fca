package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CredentialResult.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one account's comments. Called by one thread at a time. Cursors belong to the connector;
 * the empty cursor means from the start. Reading from an older cursor is always allowed: known
 * comments are recognized by their id.
 */
public interface CommentSource {
  /** How long to look for edits if the platform's allowance does not matter. */
  Duration EDITS = Duration.ofDays(60);

  /**
   * Returns only if the credential is valid and may moderate, even if the platform would treat a
   * wrong one as anonymous. Unlike the other methods, any thread may call it at any time.
   *
   * @return who the credential belongs to; empty if the platform does not tell
   */
  Optional<Identity> verifyAuth() throws PlatformException;

  /** Reads new comments at the live edge. The empty cursor starts at the newest ones. */
  CommentPage poll(String cursor) throws PlatformException;

  /** Reads all comments of a time span again, oldest first, in any state. */
  CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException;

  /**
   * Reads the history, newest first, down to a time. {@link CommentPage#more()} is false when it is
   * complete.
   */
  CommentPage backfill(Instant notBefore, String cursor) throws PlatformException;

  /**
   * Returns how long after it was written a comment is re-read to find edits and deletions: two
   * days or more, as far as the platform's allowance goes. Zero if that is impossible, such as on a
   * feed, which contains only its newest entries; then {@link #reconcile} and {@link #look} are not
   * called. Any thread may call it at any time.
   */
  default Duration rereads() {
    return EDITS;
  }

  /**
   * Returns whether the platform says which comments are hidden. If it does not, a sighting's
   * visibility reflects only what this service did.
   */
  default boolean tellsVisibility() {
    return true;
  }

  /** Returns the list of the account's posts; empty if there is none. */
  default Optional<PostSource> posts() {
    return Optional.empty();
  }

  /** Returns the list of authors that the account blocks; empty if the platform does not tell. */
  default Optional<BlockSource> blocks() {
    return Optional.empty();
  }

  /** Returns the reader of what the account says about itself; empty if the platform keeps it. */
  default Optional<ProfileSource> profile() {
    return Optional.empty();
  }

  /**
   * Returns one sentence about something that will soon keep this account from being read, such as
   * an allowance that runs out. Empty if all is well. Any thread may call it at any time.
   */
  default Optional<String> warning() {
    return Optional.empty();
  }

  /** Looks up one comment. Returns empty only if the platform says that it does not exist. */
  Optional<Sighting> look(String id) throws PlatformException;
}
