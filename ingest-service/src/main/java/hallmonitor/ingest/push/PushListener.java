package hallmonitor.ingest.push;

import java.util.Locale;

/** Receives the outcomes of requests. Must be quick and must not throw. */
public interface PushListener {
  /** The outcome of a request. */
  enum Outcome {
    ACCEPTED(200),
    /** A delivery of data, which is stored. */
    STORED(202),
    HANDSHAKE(200),
    /** A delivery of data without one of the account's keys. */
    NO_KEY(401),
    /** A delivery that is not signed by the account's secret. */
    REFUSED(403),
    /** A question by someone who does not know the account's token. */
    HANDSHAKE_REFUSED(403),
    UNKNOWN(404),
    TOO_LARGE(413),
    NOT_JSON(415),
    /** A delivery without usable data. */
    UNUSABLE(422),
    TOO_MANY(429),
    /** A delivery of data that is more than is left of the day. */
    OVER_LIMIT(429),
    /** Not checked, because of a fault of this service. */
    FAILED(500);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    /** Returns the status of the answer. */
    public int status() {
      return status;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Called after a request was answered.
   *
   * @param account its id, or {@code none} if the path names no account, or if the path was not
   *     read because of too many connections
   */
  void answered(String account, Outcome outcome);

  /** Returns a listener that forwards to both. */
  default PushListener and(PushListener other) {
    return (account, outcome) -> {
      answered(account, outcome);
      other.answered(account, outcome);
    };
  }
}
