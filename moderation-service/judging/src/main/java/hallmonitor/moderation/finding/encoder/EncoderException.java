package hallmonitor.moderation.finding.encoder;

/**
 * Thrown when the second stage cannot be loaded or fails. The message is one sentence for the
 * operator.
 */
public final class EncoderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EncoderException(String message) {
    super(message);
  }

  EncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
