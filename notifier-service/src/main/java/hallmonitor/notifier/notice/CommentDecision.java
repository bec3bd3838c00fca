package hallmonitor.notifier.notice;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A person's decision on a comment, or the news that a decided hide failed, or that it succeeded
 * after all.
 *
 * @param by a user name or an id in district.yaml
 * @param kind as in the case's history, such as {@code hide-ordered}; {@code reopened} is an undo,
 *     and {@code reopened-hidden} or {@code reopened-visible} one that changes the comment
 * @param at when it was decided
 */
public record CommentDecision(String by, String kind, Instant at) {
  public static final String UNDONE = "reopened";

  /** Something dangerous is still visible: no one decided that, and a person has to act. */
  public static final String NOT_HIDDEN = "hide-not-done";

  /** Someone showed something dangerous on the platform, and the policy hides it again. */
  private static final String HIDDEN_AGAIN = "hidden-again";

  /** Events that the people who were asked are notified of even though no person decided them. */
  private static final Set<String> WITHOUT_A_PERSON = Set.of(NOT_HIDDEN, HIDDEN_AGAIN);

  /** No one has to hide it anymore: it is hidden after all, or no longer exists. */
  public static final String OUT_OF_SIGHT = "out-of-sight";

  private static final String UNDONE_HIDDEN = "reopened-hidden";
  private static final String UNDONE_VISIBLE = "reopened-visible";

  /** For each kind, whether such a decision leaves the comment hidden. */
  private static final Map<String, Boolean> HIDES =
      Map.ofEntries(
          Map.entry("confirmed", true),
          Map.entry("hide-ordered", true),
          Map.entry("delete-ordered", true),
          Map.entry(OUT_OF_SIGHT, true),
          Map.entry(HIDDEN_AGAIN, true),
          Map.entry("dismissed", false),
          Map.entry("restore-ordered", false),
          Map.entry("hide-cancelled", false),
          Map.entry(NOT_HIDDEN, false));

  /** After these, no one has to hide a comment by hand. */
  public static final Set<String> END_AN_ALARM =
      Set.of(OUT_OF_SIGHT, "dismissed", "restore-ordered", "hide-cancelled", UNDONE_VISIBLE);

  public CommentDecision {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
  }

  /** Returns whether an entry of a case's history is a decision, if a person made it. */
  public static boolean isOne(String kind) {
    return HIDES.containsKey(kind) || kind.equals(UNDONE);
  }

  /**
   * Returns whether people are notified of an entry of a case's history as of a decision, although
   * no person made it.
   */
  public static boolean isToldAnyway(String kind) {
    return WITHOUT_A_PERSON.contains(kind);
  }

  /** Returns whether this kind leaves the comment hidden; empty if it stays as it was. */
  public static Optional<Boolean> hides(String kind) {
    return Optional.ofNullable(HIDES.get(kind));
  }

  /** Returns the kind of an undo that also orders this. */
  public static String undoneBy(String order) {
    return hides(order).map(hidden -> hidden ? UNDONE_HIDDEN : UNDONE_VISIBLE).orElse(UNDONE);
  }
}
