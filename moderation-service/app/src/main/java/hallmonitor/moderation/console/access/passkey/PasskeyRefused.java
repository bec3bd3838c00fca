package hallmonitor.moderation.console.access.passkey;

/** Thrown if a browser's answer must not be trusted. The message is for the log, without data. */
public final class PasskeyRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean cloned;

  private PasskeyRefused(String reason, boolean cloned) {
    super(reason);
    this.cloned = cloned;
  }

  public static PasskeyRefused because(String reason) {
    return new PasskeyRefused(reason, false);
  }

  static PasskeyRefused cloned() {
    return new PasskeyRefused("the counter went back", true);
  }

  /** Returns whether the signature is right and the counter went back: someone has a copy. */
  public boolean isCloned() {
    return cloned;
  }
}
