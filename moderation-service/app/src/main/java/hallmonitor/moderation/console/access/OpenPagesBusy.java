package hallmonitor.moderation.console.access;

/**
 * Too many requests of people who are not signed in wait for the database. The same request works
 * again after some seconds.
 */
public final class OpenPagesBusy extends RuntimeException {
  /** How long a browser waits until it tries again. */
  public static final int SECONDS = 5;

  private static final long serialVersionUID = 1;

  OpenPagesBusy() {
    super("too many requests to open pages wait for the database");
  }
}
