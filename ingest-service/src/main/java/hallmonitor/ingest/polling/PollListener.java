package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CredentialResult.Identity;
import java.time.Duration;

/** Receives what the engine does, such as for metrics. Must be quick and must not throw. */
public interface PollListener {
  PollListener SILENT =
      new PollListener() {
        @Override
        public void read(String account, Lane lane, Duration took) {}

        @Override
        public void published(CommentSeen comment) {}
      };

  /** Called after a page was read. */
  void read(String account, Lane lane, Duration took);

  /** Called after a comment was committed. */
  void published(CommentSeen comment);

  /** Called when the platform has accepted the credential for the first time. */
  default void verified(Identity identity) {}

  /** Returns a listener that forwards to both. */
  default PollListener and(PollListener other) {
    PollListener first = this;
    return new PollListener() {
      @Override
      public void read(String account, Lane lane, Duration took) {
        first.read(account, lane, took);
        other.read(account, lane, took);
      }

      @Override
      public void published(CommentSeen comment) {
        first.published(comment);
        other.published(comment);
      }

      @Override
      public void verified(Identity identity) {
        first.verified(identity);
        other.verified(identity);
      }
    };
  }
}
