package hallmonitor.moderation.casework;

import java.util.Optional;

/**
 * What a decision depends on: the case's state, the state of its newest order, and whether readers
 * see the comment.
 */
public record CaseSituation(CaseState state, ActionState action, Visibility visibility) {
  /** Returns whether the comment is hidden after all orders are done. */
  public boolean endsHidden() {
    return switch (action) {
      case HIDE_HELD, HIDE_ORDERED, DELETE_ORDERED -> true;
      case RESTORE_ORDERED -> false;
      default -> visibility == Visibility.HIDDEN;
    };
  }

  /** Returns whether readers see the comment after all orders are done. */
  public boolean endsVisible() {
    return !gone() && !elsewhere() && !endsHidden();
  }

  /** Returns whether no order can change what readers see. */
  public boolean elsewhere() {
    return visibility == Visibility.ELSEWHERE;
  }

  public boolean gone() {
    return visibility == Visibility.DELETED;
  }

  /** Returns whether a hide waits for the comment's evidence. */
  public boolean held() {
    return action == ActionState.HIDE_HELD;
  }

  /** Returns whether a deletion is ordered. */
  public boolean deleting() {
    return action == ActionState.DELETE_ORDERED;
  }

  /** Returns whether a hide or a restore is ordered. */
  public boolean ordered() {
    return action == ActionState.HIDE_ORDERED || action == ActionState.RESTORE_ORDERED;
  }

  /** Returns whether the platform refused the order or cannot do it. */
  public boolean failed() {
    return action == ActionState.FAILED;
  }

  public boolean open() {
    return state == CaseState.OPEN;
  }

  /** Returns whether this decision is possible. */
  public boolean allows(Decision.Kind kind) {
    return switch (kind) {
      case CONFIRM -> open() && (endsHidden() || gone() || elsewhere() || failed());
      case DISMISS -> open() && (endsVisible() || gone() || elsewhere());
      case RESTORE -> endsHidden() && !gone() && !deleting();
      case HIDE -> endsVisible() || held();
      case UNDO -> !open();
      case HARMLESS ->
          open() && !held() && !deleting() && (endsVisible() || endsHidden() && !gone());
    };
  }

  /**
   * Returns whether both are the same to a person who decides: an order that is done counts like
   * one in progress.
   */
  public boolean endsLike(CaseSituation other) {
    return state == other.state
        && endsHidden() == other.endsHidden()
        && gone() == other.gone()
        && held() == other.held()
        && deleting() == other.deleting()
        && failed() == other.failed();
  }

  /** Returns whether two people may delete the comment on the platform. */
  public boolean allowsDeletion() {
    return !gone() && !elsewhere() && !deleting() && !held();
  }

  /**
   * Returns the order that undoes the newest decision: the opposite of its order, unless someone
   * has already done that or the comment is gone. Confirming and dismissing ordered nothing.
   */
  public Optional<Action> undoes() {
    return switch (state) {
      case RESTORED -> endsVisible() ? Optional.of(Action.HIDE) : Optional.empty();
      case HIDDEN -> allows(Decision.Kind.RESTORE) ? Optional.of(Action.RESTORE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Returns whether a person's decision leaves the comment hidden, which requires a clause. */
  public boolean needsClause(Decision.Kind kind) {
    return switch (kind) {
      case HIDE -> true;
      case CONFIRM -> endsHidden() && !gone();
      case UNDO -> undoes().filter(Action.HIDE::equals).isPresent();
      case RESTORE, DISMISS, HARMLESS -> false;
    };
  }
}
