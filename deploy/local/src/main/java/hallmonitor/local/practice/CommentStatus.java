package hallmonitor.local.practice;

import java.util.Arrays;
import java.util.Optional;

/** A comment's moderation status, named as in WordPress's REST API. */
public enum CommentStatus {
  APPROVED("approved"),
  HOLD("hold"),
  SPAM("spam"),
  TRASH("trash");

  private final String wire;

  CommentStatus(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  static Optional<CommentStatus> ofWire(String name) {
    return Arrays.stream(values()).filter(status -> status.wire.equals(name)).findFirst();
  }

  /**
   * Returns the status that an update may set. WordPress accepts two spellings for two of them and
   * silently ignores any other word.
   */
  static Optional<CommentStatus> ofUpdate(String name) {
    return switch (name) {
      case "approve", "1" -> Optional.of(APPROVED);
      case "0" -> Optional.of(HOLD);
      default -> ofWire(name);
    };
  }
}
