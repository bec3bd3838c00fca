package hallmonitor.ingest.connector;

import java.time.Instant;
import java.util.Optional;

/**
 * Reads one account's comments. Called by one thread at a time. A cursor is the connector's own;
 * the empty one means from the start. Reading from an older cursor again is always allowed: what
 * was seen before is recognised by its id.
 */
public interface CommentSource {
  /**
   * Returns only when the credential is good and may moderate, even where the platform would answer
   * a wrong one as anonymous. Unlike the others it may be called by any thread at any time.
   */
  void verifyAuth() throws PlatformException;

  /** New comments at the live edge; from the empty cursor: the newest ones on. */
  CommentPage poll(String cursor) throws PlatformException;

  /** All comments of a span once more, oldest first, whatever became of them. */
  CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException;

  /**
   * The history, newest first, down to a time; {@link CommentPage#more()} is false when it is
   * complete.
   */
  CommentPage backfill(Instant notBefore, String cursor) throws PlatformException;

  /** Asks for one comment; empty only when the platform says that it does not exist. */
  Optional<Sighting> look(String id) throws PlatformException;
}
