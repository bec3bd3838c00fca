package hallmonitor.moderation.console.connect;

import static java.util.Map.entry;

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
}
