package hallmonitor.moderation.finding;

import org.jspecify.annotations.Nullable;

/** Thrown when the wait for an answer was given up. The comment then needs a person's review. */
public final class DetectorTimeout extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DetectorTimeout(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
