package hallmonitor.moderation.casework;

/** What a case can order on the platform. */
public enum Action {
  /** Undone by a restore. */
  HIDE,
  /** Undone by a hide. */
  RESTORE,
  /** Nothing undoes it: ordered only once a second person has approved it. */
  DELETE
}
