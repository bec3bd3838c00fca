package hallmonitor.moderation.casework;

/** What a case can order on the platform; both can be undone by the other. */
public enum Action {
  HIDE,
  RESTORE
}
