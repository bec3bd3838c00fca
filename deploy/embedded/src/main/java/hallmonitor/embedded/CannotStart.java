package hallmonitor.embedded;

/**
 * Something on this machine is in the way; the message is one sentence for a person and says what
 * to do.
 */
public final class CannotStart extends RuntimeException {
  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
