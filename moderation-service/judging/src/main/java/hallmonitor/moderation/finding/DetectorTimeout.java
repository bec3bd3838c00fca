package hallmonitor.moderation.finding;

/** Thrown when the wait for an answer was given up. The comment then needs a person's review. */
public final class DetectorTimeout extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DetectorTimeout(String message, Throwable cause) {
    super(message, cause);
  }
}
