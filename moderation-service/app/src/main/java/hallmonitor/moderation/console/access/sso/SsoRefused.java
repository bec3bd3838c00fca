package hallmonitor.moderation.console.access.sso;

import hallmonitor.moderation.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a person could not be signed in. {@link #sentence()} is for them; the message is for
 * the log and contains no token.
 */
public final class SsoRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  public SsoRefused(Sentence sentence, String reason) {
    super(reason);
    this.sentence = sentence;
  }

  SsoRefused(Sentence sentence, String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.sentence = sentence;
  }

  /** What happened and what to do, without anything that the provider sent. */
  public Sentence sentence() {
    return sentence;
  }

  /** The provider cannot be reached, or its answer makes no sense. */
  static SsoRefused unreachable(String reason, @Nullable Throwable cause) {
    return new SsoRefused(
        Sentence.of(
            "The sign-in service is not responding as expected. Try again in a minute. If this"
                + " continues, tell the server's administrator."),
        reason,
        cause);
  }

  /** The person signed in at the provider too long ago, or it does not say when. */
  static SsoRefused tooOld() {
    return new SsoRefused(
        Sentence.of(
            "You signed in to your school account too long ago. Sign out there, then sign in here"
                + " again."),
        "auth_time is missing or older than hallmonitor.console.sso.longest-age");
  }

  /** The answer must not be trusted. */
  static SsoRefused untrusted(String reason, @Nullable Throwable cause) {
    return new SsoRefused(
        Sentence.of(
            "The sign-in service sent an answer that is too old or meant for another sign-in. Try"
                + " again."),
        reason,
        cause);
  }
}
