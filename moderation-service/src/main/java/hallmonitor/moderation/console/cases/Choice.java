package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Decision;
import java.util.ArrayList;
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
      new Choice(
          Decision.Kind.DISMISS, "Dismiss", "d", "Nothing is wrong with it; it stays visible.");

  /**
   * What may be decided now, by what the comment will be once all that was ordered is done. The
   * casework checks again: this is only what is offered.
   */
  static List<Choice> of(String state, String actionState, String visibility) {
    boolean open = state.equals("open");
    boolean gone = visibility.equals("deleted");
    boolean hidden =
        actionState.equals("hide-ordered")
            || (!actionState.equals("restore-ordered") && visibility.equals("hidden"));
    boolean visible = !gone && !hidden;
    List<Choice> choices = new ArrayList<>();
    add(choices, CONFIRM, open && !visible);
    add(choices, RESTORE, hidden && !gone);
    add(choices, HIDE, visible);
    add(choices, DISMISS, open && !hidden);
    return choices;
  }

  private static void add(List<Choice> choices, Choice choice, boolean offered) {
    if (offered) {
      choices.add(choice);
    }
  }

  /** As forms carry it. */
  public String getCode() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
