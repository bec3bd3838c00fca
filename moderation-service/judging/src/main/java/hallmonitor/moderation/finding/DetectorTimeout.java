package hallmonitor.moderation.finding;

/** Somebody stopped waiting for an answer: the comment is one that a person must look at. */
public final class DetectorTimeout extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DetectorTimeout(String message, Throwable cause) {
    super(message, cause);
  }
}
