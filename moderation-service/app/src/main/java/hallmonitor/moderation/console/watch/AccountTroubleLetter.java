package hallmonitor.moderation.console.watch;

import hallmonitor.moderation.casework.watch.AccountTrouble;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The mail about accounts that something is wrong with. It quotes nothing.
 *
 * @param to the recipient; the mail is in their language
 */
record AccountTroubleLetter(Person to, List<About> accounts, ZoneId zone) {
  /** More are only counted: the page has them all. */
  private static final int MOST = 20;

  /** One trouble of the account with this name. */
  record About(String account, AccountTrouble trouble) {}

  Letter with(String link) {
    List<String> lines = new ArrayList<>();
    lines.add(say(Sentence.of("Hello {1},", to.name())));
    lines.add(say(Sentence.of("These accounts need someone:")));
    accounts.stream().limit(MOST).map(this::line).forEach(lines::add);
    if (accounts.size() > MOST) {
      lines.add(say(Sentence.of("And {1} more.", accounts.size() - MOST)));
    }
    return new Letter(
        to.language(),
        say(Sentence.of("Accounts that need someone: {1}", accounts.size())),
        lines,
        say(Sentence.of("See the accounts")),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail once for each, because you are in charge of the account, its"
                        + " deputy, or the building administrator. It stays a red line in the"
                        + " console until someone has fixed it, and closes by itself."))));
  }

  private String line(About about) {
    return say(
        Sentence.of(
            "{1}: {2}, since {3}. {4}",
            about.account(),
            say(TroubleWords.of(about.trouble().cause())),
            Letter.moment(about.trouble().since(), zone, to.language()),
            say(TroubleWords.task(about.trouble().cause()))));
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, to.language());
  }
}
