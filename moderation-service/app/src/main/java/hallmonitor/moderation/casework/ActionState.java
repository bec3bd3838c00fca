package hallmonitor.moderation.casework;

/** The state of the newest order for a case's comment. */
public enum ActionState {
  /** Nothing was ordered. */
  NONE,
  /** A hide was decided and waits until the comment's evidence is sealed. */
  HIDE_HELD,
  HIDE_ORDERED,
  HIDDEN,
  RESTORE_ORDERED,
  RESTORED,
  /** Two people decided to delete it; it cannot be restored. */
  DELETE_ORDERED,
  /** The platform refused it or cannot do it. */
  FAILED,
  /** The comment no longer exists on the platform. */
  GONE
}
