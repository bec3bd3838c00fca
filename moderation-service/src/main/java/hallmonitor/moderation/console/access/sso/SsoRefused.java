package hallmonitor.moderation.console.access.sso;

/**
 * Somebody could not be signed in. {@link #sentence()} is for them, the message for the log; it
 * holds no token.
 */
public final class SsoRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public SsoRefused(String sentence, String reason) {
    super(reason);
    this.sentence = sentence;
  }

  SsoRefused(String sentence, String reason, Throwable cause) {
    super(reason, cause);
    this.sentence = sentence;
  }

  /** What happened and what to do, without anything that the provider sent. */
  public String sentence() {
    return sentence;
  }

  /** The provider cannot be asked, or answers with nonsense. */
  static SsoRefused unreachable(String reason, Throwable cause) {
    return new SsoRefused(
        "The sign-in service does not answer as it should. Try again in a minute; if it goes on, tell whoever"
            + " looks after the server.",
        reason,
        cause);
  }

  /** What came back must not be trusted. */
  static SsoRefused untrusted(String reason, Throwable cause) {
    return new SsoRefused(
        "What the sign-in service sent is not for this sign-in, or is too old. Nobody was signed in; try once"
            + " more.",
        reason,
        cause);
  }
}
