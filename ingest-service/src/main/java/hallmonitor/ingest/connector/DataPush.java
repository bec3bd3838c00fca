package hallmonitor.ingest.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * Takes deliveries that contain the data itself, from a system that cannot be read. Unlike other
 * deliveries, these count as read once they are stored, so {@link #take} returns only after that.
 * The sender gets an answer in JSON.
 */
public interface DataPush extends PushSource {
  /** The outcome of a delivery. */
  enum Taken {
    /** Stored, at least in part. */
    STORED,
    /** Not JSON, according to its content type. */
    NOT_JSON,
    /** Nothing in it can be used; sending it again does not help. */
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
   * @param retryAfter when to send it again; only if that helps
   */
  record Receipt(Taken taken, String json, Optional<Duration> retryAfter) {}

  /**
   * Stores a genuine delivery.
   *
   * @param contentType as named by the sender; empty if it is missing
   * @param body the raw bytes
   */
  Receipt take(String contentType, byte[] body);
}
