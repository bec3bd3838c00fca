package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.time.ZoneId;
import java.util.List;

/** The text of an invitation's mail, in English or Spanish. */
final class InvitationLetter {
  private InvitationLetter() {}

  /**
   * Writes the mail.
   *
   * @param district its name
   * @param zone its time zone, for the end of validity
   */
  static Letter of(Invitation invitation, String district, ZoneId zone, String link) {
    boolean sso = invitation.bySingleSignOn();
    return new Letter(
        invitation.language(),
        say(invitation, Sentence.of("{1} invited you to Hall Monitor", invitation.inviter())),
        List.of(
            say(invitation, Sentence.of("Hello {1},", invitation.displayName())),
            say(
                invitation,
                Sentence.of(
                    "{1} invited you to Hall Monitor, where {2} moderates the comments on its social"
                        + " media accounts.",
                    invitation.inviter(), district)),
            say(
                invitation,
                sso
                    ? Sentence.of("Sign in with your school account, {1}.", invitation.email())
                    : Sentence.of(
                        "Choose a password to sign in. From then on, sign in with {1} and that"
                            + " password.",
                        invitation.email()))),
        say(invitation, sso ? Sentence.of("Sign in") : Sentence.of("Choose your password")),
        link,
        List.of(
            say(
                invitation,
                sso
                    ? Sentence.of("The invitation expires on {1}.", until(invitation, zone))
                    : Sentence.of(
                        "The link works once and expires on {1}. Don't forward this email.",
                        until(invitation, zone))),
            say(
                invitation,
                Sentence.of(
                    "If you did not expect this, ignore it. Nothing happens unless you open the"
                        + " link."))));
  }

  private static String say(Invitation invitation, Sentence sentence) {
    return ReaderLanguage.says(sentence, invitation.language());
  }

  private static String until(Invitation invitation, ZoneId zone) {
    return Letter.moment(invitation.expiresAt(), zone, invitation.language());
  }
}
