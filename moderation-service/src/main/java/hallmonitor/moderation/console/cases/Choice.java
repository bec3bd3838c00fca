package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Decision;
import java.util.List;
import java.util.Locale;

/**
 * A decision that a person is offered.
 *
 * @param key the one key that takes it
 * @param means what follows, in words
 */
public record Choice(Decision.Kind kind, String label, String key, String means) {
  private static final Choice CONFIRM =
      new Choice(Decision.Kind.CONFIRM, "Confirm", "c", "The hide was right; it stays hidden.");
  private static final Choice RESTORE =
      new Choice(Decision.Kind.RESTORE, "Restore", "r", "Show the comment again.");
  private static final Choice HIDE =
      new Choice(Decision.Kind.HIDE, "Hide", "h", "Hide the comment, reversibly.");
  private static final Choice DISMISS =
      new Choice(Decision.Kind.DISMISS, "Dismiss", "d", "Nothing is wrong with it; it stays visible.");

  /** What may be decided now. The casework checks again: this is only what is offered. */
  public static List<Choice> of(String state, String actionState) {
    return switch (state) {
      case "open" ->
          switch (actionState) {
            case "hide-ordered", "hidden" -> List.of(CONFIRM, RESTORE);
            case "gone" -> List.of(CONFIRM, DISMISS);
            default -> List.of(HIDE, DISMISS);
          };
      case "confirmed", "hidden" -> actionState.equals("gone") ? List.of() : List.of(RESTORE);
      case "restored", "dismissed" -> actionState.equals("gone") ? List.of() : List.of(HIDE);
      default -> List.of();
    };
  }

  /** As forms carry it. */
  public String getCode() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
