package hallmonitor.notifier.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened to a comment on its platform, according to the case's history.
 *
 * @param kind such as {@code hidden}
 * @param detail one sentence; may be empty
 */
public record CommentReport(String kind, String detail, Instant at) {
  private static final Map<String, Optional<Boolean>> KINDS =
      Map.ofEntries(
          Map.entry("hidden", Optional.of(true)),
          Map.entry("hidden-on-platform", Optional.of(true)),
          Map.entry("restored", Optional.of(false)),
          Map.entry("restored-on-platform", Optional.of(false)),
          Map.entry("hide-cancelled", Optional.of(false)),
          Map.entry("deleted", Optional.empty()),
          Map.entry("deleted-on-platform", Optional.empty()),
          Map.entry("gone", Optional.empty()),
          Map.entry("action-failed", Optional.empty()),
          Map.entry(CommentDecision.NOT_HIDDEN, Optional.empty()),
          Map.entry("ask-refused", Optional.empty()));

  public CommentReport {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(at, "at");
  }

  /** Returns whether an entry of a case's history is such a report. */
  public static boolean isOne(String kind) {
    return KINDS.containsKey(kind);
  }

  /** Returns whether readers do not see the comment; empty if the report does not say. */
  Optional<Boolean> hidden() {
    return KINDS.getOrDefault(kind, Optional.empty());
  }

  /** Returns whether readers no longer see the comment, for any reason. */
  public boolean isOutOfSight() {
    return isGone() || hidden().orElse(false);
  }

  /** Returns whether the comment no longer exists there. */
  boolean isGone() {
    return kind.equals("gone") || kind.startsWith("deleted");
  }

  /** Returns whether something that was ordered or asked for was not done. */
  boolean isFailure() {
    return kind.equals("action-failed")
        || kind.equals("ask-refused")
        || kind.equals(CommentDecision.NOT_HIDDEN);
  }
}
