package hallmonitor.moderation.console.people;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to sign in, or to set a new password.
 *
 * @param language of the mail, {@code en} or {@code es}
 * @param way {@code password} or {@code single-sign-on}
 * @param inviter display name of the person who sent it
 * @param mail {@code waiting}, {@code sent} or {@code refused}
 * @param trouble code of the {@link MailOutcome}; empty if it was sent, or not tried yet
 */
public record Invitation(
    UUID invitationId,
    String userName,
    String displayName,
    String email,
    String language,
    String way,
    String inviter,
    Instant invitedAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt,
    String mail,
    @Nullable Instant sentAt,
    String trouble) {
  /** How long a link works. */
  static final Duration LASTS = Duration.ofHours(72);

  static final String PASSWORD = "password";
  static final String SINGLE_SIGN_ON = "single-sign-on";

  /** Returns whether it was neither accepted nor revoked. */
  public boolean isStanding() {
    return acceptedAt == null && revokedAt == null;
  }

  public boolean isExpired() {
    return isStanding() && !Instant.now().isBefore(expiresAt);
  }

  public boolean isOpen() {
    return isStanding() && !isExpired();
  }

  public boolean isSent() {
    return mail.equals("sent");
  }

  public boolean isRefused() {
    return mail.equals("refused");
  }

  /** Returns why the mail was not sent, in words; empty if it was. */
  public Sentence getProblem() {
    return trouble.isEmpty() ? Sentence.NONE : EnumCodes.read(MailOutcome.class, trouble).words();
  }

  boolean bySingleSignOn() {
    return way.equals(SINGLE_SIGN_ON);
  }
}
