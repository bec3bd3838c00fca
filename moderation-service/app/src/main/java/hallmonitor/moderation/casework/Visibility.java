package hallmonitor.moderation.casework;

/** Whether readers of the platform see a comment, as far as it is known. */
public enum Visibility {
  VISIBLE,
  HIDDEN,
  DELETED,
  /**
   * Nothing that a connected account shows: what people told of can be neither hidden nor shown.
   */
  ELSEWHERE
}
