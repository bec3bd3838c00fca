package hallmonitor.moderation.casework;

/**
 * What a decision depends on: the case's state, what became of its newest order, and whether
 * readers see the comment.
 */
public record Situation(CaseState state, ActionState action, Visibility visibility) {
  /** Whether the comment is hidden once everything that was ordered has been done. */
  public boolean endsHidden() {
    return switch (action) {
      case HIDE_HELD, HIDE_ORDERED -> true;
      case RESTORE_ORDERED -> false;
      default -> visibility == Visibility.HIDDEN;
    };
  }

  /** Whether readers see the comment once everything that was ordered has been done. */
  public boolean endsVisible() {
    return !gone() && !endsHidden();
  }

  public boolean gone() {
    return visibility == Visibility.DELETED;
  }

  /** Whether a hide waits for the comment's evidence. */
  public boolean held() {
    return action == ActionState.HIDE_HELD;
  }

  public boolean open() {
    return state == CaseState.OPEN;
  }

  /** Whether this decision is offered. */
  public boolean allows(Decision.Kind kind) {
    return switch (kind) {
      case CONFIRM -> open() && (endsHidden() || gone() || action == ActionState.FAILED);
      case DISMISS -> open() && (endsVisible() || gone());
      case RESTORE -> endsHidden() && !gone();
      case HIDE -> endsVisible() || held();
      case HARMLESS -> open() && (endsVisible() || endsHidden() && !gone());
    };
  }
}
