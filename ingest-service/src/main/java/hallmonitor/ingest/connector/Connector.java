package hallmonitor.ingest.connector;

import java.util.Optional;

/** One account's connection to its platform. */
public interface Connector extends CommentSource, CommentActions {
  /** Returns the check of the platform's deliveries; empty if it sends none. */
  default Optional<PushSource> push() {
    return Optional.empty();
  }

  /** Returns the platform's stream of news; empty if its kind has none. */
  default Optional<StreamSource> stream() {
    return Optional.empty();
  }
}
