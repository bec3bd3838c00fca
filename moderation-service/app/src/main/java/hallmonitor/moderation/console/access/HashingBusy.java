package hallmonitor.moderation.console.access;

/** Too many passwords wait to be checked. The same request works again after some seconds. */
public final class HashingBusy extends RuntimeException {
  /** How long a browser waits until it tries again. */
  public static final int SECONDS = 5;

  private static final long serialVersionUID = 1;

  HashingBusy(Throwable cause) {
    super("too many passwords wait to be checked", cause);
  }
}
