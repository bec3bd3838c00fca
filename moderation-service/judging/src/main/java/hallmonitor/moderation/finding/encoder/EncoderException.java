package hallmonitor.moderation.finding.encoder;

/** The second stage cannot be loaded or failed; the message is one sentence for whoever runs it. */
public final class EncoderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EncoderException(String message) {
    super(message);
  }

  EncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
