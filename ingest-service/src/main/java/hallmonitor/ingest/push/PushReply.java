package hallmonitor.ingest.push;

import hallmonitor.ingest.connector.PushSource.Handshake;
import hallmonitor.ingest.push.PushListener.Outcome;

/** An answer. It tells a stranger nothing but its status. */
record PushReply(Outcome outcome, Handshake content) {
  private static final Handshake NOTHING = Handshake.text("");

  static PushReply of(Outcome outcome) {
    return new PushReply(outcome, NOTHING);
  }
}
