package hallmonitor.moderation.casework;

import java.util.Optional;

/**
 * What a decision depends on: the case's state, what became of its newest order, and whether
 * readers see the comment.
 */
public record CaseSituation(CaseState state, ActionState action, Visibility visibility) {
  /** Whether the comment is hidden once everything that was ordered has been done. */
  public boolean endsHidden() {
    return switch (action) {
      case HIDE_HELD, HIDE_ORDERED, DELETE_ORDERED -> true;
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

  /** Whether the comment is about to be deleted. */
  public boolean deleting() {
    return action == ActionState.DELETE_ORDERED;
  }

  /** Whether a hide or a restore is on its way. */
  public boolean ordered() {
    return action == ActionState.HIDE_ORDERED || action == ActionState.RESTORE_ORDERED;
  }

  /** Whether the platform refused what was ordered, or cannot do it. */
  public boolean failed() {
    return action == ActionState.FAILED;
  }

  public boolean open() {
    return state == CaseState.OPEN;
  }

  /** Whether this decision is offered. */
  public boolean allows(Decision.Kind kind) {
    return switch (kind) {
      case CONFIRM -> open() && (endsHidden() || gone() || failed());
      case DISMISS -> open() && (endsVisible() || gone());
      case RESTORE -> endsHidden() && !gone() && !deleting();
      case HIDE -> endsVisible() || held();
      case UNDO -> !open();
      case HARMLESS ->
          open() && !held() && !deleting() && (endsVisible() || endsHidden() && !gone());
    };
  }

  /**
   * Whether a person decides on the same thing: one where what was ordered has been done is like
   * the one where it was on its way.
   */
  public boolean endsLike(CaseSituation other) {
    return state == other.state
        && endsHidden() == other.endsHidden()
        && gone() == other.gone()
        && held() == other.held()
        && deleting() == other.deleting()
        && failed() == other.failed();
  }

  /** Whether the comment can be deleted on the platform, once two people want it. */
  public boolean allowsDeletion() {
    return !gone() && !deleting() && !held();
  }

  /**
   * What taking back the newest decision orders on the platform: the opposite of what was ordered,
   * unless somebody has done that already or the comment is gone. Confirming and dismissing ordered
   * nothing.
   */
  public Optional<Action> undoes() {
    return switch (state) {
      case RESTORED -> endsVisible() ? Optional.of(Action.HIDE) : Optional.empty();
      case HIDDEN -> allows(Decision.Kind.RESTORE) ? Optional.of(Action.RESTORE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether this decision leaves the comment hidden by a person's word, which names its clause. */
  public boolean needsClause(Decision.Kind kind) {
    return switch (kind) {
      case HIDE -> true;
      case CONFIRM -> endsHidden() && !gone();
      case UNDO -> undoes().filter(Action.HIDE::equals).isPresent();
      case RESTORE, DISMISS, HARMLESS -> false;
    };
  }
}
