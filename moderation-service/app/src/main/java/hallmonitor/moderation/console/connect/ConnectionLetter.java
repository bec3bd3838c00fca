package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.ConnectedPlatform;
import java.time.ZoneId;
import java.util.List;

/** The mail to the holder of an account, in English or Spanish. */
final class ConnectionLetter {
  private ConnectionLetter() {}

  /**
   * Writes the mail.
   *
   * @param inviter the display name of the person who sends it
   * @param district its name
   * @param zone its time zone, for the end of validity
   */
  static Letter of(
      ConnectionInvitation invitation,
      AccountConnection connection,
      String inviter,
      String district,
      ZoneId zone,
      String link) {
    String language = invitation.language();
    String platform =
        ConnectedPlatform.of(connection.platform()).map(ConnectedPlatform::label).orElse("");
    return new Letter(
        language,
        say(language, Sentence.of("{1} asks you to connect {2}", inviter, connection.name())),
        List.of(
            say(language, Sentence.of("Hello {1},", invitation.name())),
            say(
                language,
                Sentence.of(
                    "{1} moderates the comments on its social media accounts with Hall Monitor. You hold {2} on {3}, at {4}.",
                    district, connection.name(), platform, connection.address())),
            say(
                language,
                Sentence.of(
                    "Please let Hall Monitor in. The link says step by step how. It takes about five minutes, and no one here sees your password.")),
            say(
                language,
                Sentence.of(
                    "Hall Monitor reads the comments there and can hide or answer them. You can take the access back on the platform at any time."))),
        say(language, Sentence.of("Connect the account")),
        link,
        List.of(
            say(
                language,
                Sentence.of(
                    "The link is only for you and expires on {1}. Don't forward this email.",
                    Letter.moment(invitation.expiresAt(), zone, language))),
            say(
                language,
                Sentence.of(
                    "If you did not expect this, ask {1} before you open the link.", inviter))));
  }

  private static String say(String language, Sentence sentence) {
    return ReaderLanguage.says(sentence, language);
  }
}
