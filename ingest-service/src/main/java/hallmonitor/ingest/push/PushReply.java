package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.PushSource.Handshake;
import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer. A stranger learns only its status.
 *
 * @param retryAfter when to send it again; only if that helps
 */
record PushReply(Outcome outcome, Handshake content, Optional<Duration> retryAfter) {
  private static final Handshake NOTHING = Handshake.text("");

  PushReply(Outcome outcome, Handshake content) {
    this(outcome, content, Optional.empty());
  }

  static PushReply of(Outcome outcome) {
    return new PushReply(outcome, NOTHING);
  }
}
