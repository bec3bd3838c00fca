package hallmonitor.moderation.casework;

/** Whether readers of the platform see a comment, as far as it is known. */
public enum Visibility {
  VISIBLE,
  HIDDEN,
  DELETED
}
