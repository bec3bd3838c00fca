package hallmonitor.moderation.console.connect;

import static java.util.Map.entry;

import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;

/** Codes of connections in words. */
@TemplateExtension(namespace = "connect")
public final class ConnectWords {
  private static final Map<String, CharSequence> SCOPES =
      Map.ofEntries(
          entry("pages_show_list", Sentence.of("See which Pages you run, to choose one")),
          entry("pages_read_engagement", Sentence.of("Read the Page's posts")),
          entry("pages_read_user_content", Sentence.of("Read what visitors write on the Page")),
          entry("pages_manage_engagement", Sentence.of("Hide, delete, and answer comments")),
          entry(
              "pages_manage_metadata",
              Sentence.of("Hear about new comments at once, and block people")),
          entry("instagram_basic", Sentence.of("Read the account's posts")),
          entry(
              "instagram_manage_comments", Sentence.of("Read, hide, delete, and answer comments")),
          entry(
              "https://www.googleapis.com/auth/youtube.force-ssl",
              Sentence.of(
                  "Read the channel's comments, hold them for review, and answer them. Google offers nothing narrower; Hall Monitor changes no videos.")),
          entry("read", Sentence.of("Read replies and mentions")),
          entry("write:statuses", Sentence.of("Answer comments")),
          entry("write:blocks", Sentence.of("Block people, and lift blocks")));

  private ConnectWords() {}

  /** Returns what a platform's scope is needed for; the scope itself if it is unknown. */
  public static CharSequence scope(String code) {
    return SCOPES.getOrDefault(code, code);
  }

  /** Returns why a mail was not sent, and what to do. */
  public static Sentence mailTrouble(String code) {
    return EnumCodes.read(MailOutcome.class, code).words();
  }

  /** Returns why the ingest service refused, and what to do. */
  public static Sentence problem(Why why) {
    return switch (why) {
      case EXPIRED ->
          Sentence.of("It waited longer than ten minutes and was thrown away. Enter it again.");
      case UNREADABLE ->
          Sentence.of("It could not be opened, and was thrown away. Enter it again.");
      case PLATFORM -> Sentence.of("This platform cannot be connected in this way.");
      case ADDRESS ->
          Sentence.of(
              "The web address is not one that a password may be sent to. It must start with https://. Begin again with the right one.");
      case SIGN_IN ->
          Sentence.of(
              "The platform does not accept these values, or their user may not moderate there. Check both, and enter them again.");
      case REFUSED -> Sentence.of("The platform refused. Read what it says, and try again.");
      case UNREACHABLE ->
          Sentence.of(
              "The platform did not answer, or asked to wait. Check the web address, and try again in a few minutes.");
      case BELONGS_ELSEWHERE ->
          Sentence.of(
              "An older password with this short name belongs to another address. Begin again with another short name.");
      case OTHER_ACCOUNT ->
          Sentence.of(
              "It belongs to another page, channel, or profile than the one that is connected. Nothing was changed. Sign in as the one that is connected. To connect another one, add it as an account of its own.");
      case KEPT_ON_SERVER ->
          Sentence.of(
              "The server itself keeps the password of this account. Ask the person who runs the server to remove it there.");
      case CODE ->
          Sentence.of(
              "The sign-in took too long, or the platform did not accept it. Sign in again.");
      case RETURN_ADDRESS ->
          Sentence.of(
              "The platform does not send people back to this console. Ask the person who runs the server to enter the console's return address there.");
      case CLIENT ->
          Sentence.of(
              "The platform does not know your district's app, or the app is not for this web address. Ask the person who runs the server.");
      case SCOPES ->
          Sentence.of(
              "You did not allow everything that is needed. Sign in again, and leave all of it checked:");
      case NO_ACCOUNT ->
          Sentence.of(
              "You may moderate no page or channel there. Sign in as a person who may, or ask for that right on the platform.");
      case TURNED_OFF ->
          Sentence.of(
              "The site has turned off application passwords. Ask its administrator to turn them on, or to use https.");
      case FAILED -> Sentence.of("It failed on the server. Ask the person who runs the server.");
    };
  }
}
