package hallmonitor.moderation.console.register;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The mail about accounts that lack something.
 *
 * @param to the recipient; the mail is in their language
 * @param accounts those with gaps that this person is told of
 * @param every days until the next mail about the same
 */
record RegisterLetter(Person to, List<About> accounts, int every) {
  /** More accounts are only counted: the page has them all. */
  private static final int MOST = 20;

  /** What one account lacks. */
  record About(String account, List<Sentence> gaps) {}

  Letter with(String link) {
    List<String> lines = new ArrayList<>();
    lines.add(say(Sentence.of("Hello {1},", to.name())));
    lines.add(say(Sentence.of("In the register of accounts, this is for you to do or to decide:")));
    accounts.stream()
        .limit(MOST)
        .map(
            about ->
                about.account()
                    + ": "
                    + about.gaps().stream().map(this::say).collect(Collectors.joining("; ")))
        .forEach(lines::add);
    if (accounts.size() > MOST) {
      lines.add(say(Sentence.of("And {1} more accounts.", accounts.size() - MOST)));
    }
    return new Letter(
        to.language(),
        say(Sentence.of("Accounts that need you: {1}", accounts.size())),
        lines,
        say(Sentence.of("Open the register")),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail at most once a day if something new comes up, and every {1}"
                        + " days while something is open. If you can't sign in, tell the person who"
                        + " runs Hall Monitor in your district.",
                    every))));
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, to.language());
  }
}
