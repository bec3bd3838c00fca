package hallmonitor.moderation.casework;

import java.util.Objects;

/**
 * What others last did with a case's comment on its platform, against the wish of the policy or a
 * person, as long as the comment has the same text.
 *
 * @param hiddenAgain whether the policy has hidden it again once; it does not do so a second time
 */
public record Disagreement(Kind newest, boolean hiddenAgain) {
  public static final Disagreement NONE = new Disagreement(Kind.NONE, false);

  /** What others did. */
  public enum Kind {
    NONE,
    /** They showed a comment that should stay hidden. */
    SHOWN,
    /** They hid a comment that should be visible. */
    HIDDEN
  }

  public Disagreement {
    Objects.requireNonNull(newest, "newest");
  }

  Disagreement with(Kind kind) {
    return new Disagreement(kind, hiddenAgain);
  }
}
