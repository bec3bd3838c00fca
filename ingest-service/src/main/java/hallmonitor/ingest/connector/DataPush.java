package hallmonitor.ingest.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * Takes deliveries that are the data itself, of a system that nobody can read. Unlike every other
 * delivery, one counts as read once it is stored, so {@link #take} returns after that and not
 * before. Its sender gets an answer in JSON.
 */
public interface DataPush extends PushSource {
  /** What became of a delivery. */
  enum Taken {
    /** Stored, at least in part. */
    STORED,
    /** Not in JSON, by its own word. */
    NOT_JSON,
    /** Nothing in it can be used; sending it again changes nothing. */
    REFUSED,
    /** Not stored, because earlier ones of the account are still being stored or read. */
    BUSY,
    /** Not stored, because it is more than an account may have stored in a day. */
    OVER_LIMIT
  }

  /**
   * An answer.
   *
   * @param json for the sender
   * @param retryAfter when to send it again; only where that helps
   */
  record Receipt(Taken taken, String json, Optional<Duration> retryAfter) {}

  /**
   * Stores a genuine delivery.
   *
   * @param contentType as its sender names it; empty if not at all
   * @param body the raw bytes
   */
  Receipt take(String contentType, byte[] body);
}
