package hallmonitor.ingest.connector;

import java.util.List;

/** Thrown if a sign-in at a platform did not lead to an account. Its message holds no secret. */
public final class SignInRefused extends Exception {
  /** What went wrong. The console says what to do about it. */
  public enum Why {
    /** The code has expired, was used, or belongs to another sign-in. */
    CODE,
    /** The platform does not know the address to which it should send the browser back. */
    REDIRECT,
    /** The platform does not accept the client that the district registered there. */
    CLIENT,
    /** The person did not allow all that moderating needs; the names say what is missing. */
    SCOPES,
    /** The person may moderate no account there. */
    NO_ACCOUNT,
    /** The site has turned off what signing in needs. */
    TURNED_OFF
  }

  private final Why why;
  private final transient List<String> names;

  public SignInRefused(Why why) {
    this(why, List.of());
  }

  /**
   * Creates a refusal.
   *
   * @param names of what is missing
   */
  public SignInRefused(Why why, List<String> names) {
    super(why + " " + names);
    this.why = why;
    this.names = List.copyOf(names);
  }

  public Why why() {
    return why;
  }

  public List<String> names() {
    return names;
  }
}
