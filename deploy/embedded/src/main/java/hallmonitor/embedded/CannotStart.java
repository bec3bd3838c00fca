package hallmonitor.embedded;

/**
 * Thrown if something on this machine prevents the start; the message is one sentence for people
 * that says what to do.
 */
public final class CannotStart extends RuntimeException {
  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
