package hallmonitor.moderation.casework;

/** What a case can order on the platform. */
public enum Action {
  /** Undone by a restore. */
  HIDE,
  /** Undone by a hide. */
  RESTORE,
  /** It cannot be undone, so it is ordered only after a second person has approved it. */
  DELETE
}
