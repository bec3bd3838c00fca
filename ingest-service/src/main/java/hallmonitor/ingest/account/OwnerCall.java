package hallmonitor.ingest.account;

import java.util.Locale;
import java.util.Optional;

/**
 * What instances call to each other. A call that nobody hears costs some seconds and nothing else.
 *
 * @param about an account's id; empty for all
 */
public record OwnerCall(Kind kind, String about) {
  /** What has happened. */
  public enum Kind {
    /** An account has new orders. */
    ORDERS,
    /** A platform announced news of an account. */
    NEWS,
    /** There is something to share out. */
    SHARES
  }

  static final String CHANNEL = "hallmonitor_ingest";

  static Optional<OwnerCall> read(String text) {
    String[] words = text.split(" ", 2);
    for (Kind kind : Kind.values()) {
      if (words.length == 2 && kind.name().equalsIgnoreCase(words[0])) {
        return Optional.of(new OwnerCall(kind, words[1]));
      }
    }
    return Optional.empty();
  }

  String text() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + about;
  }
}
