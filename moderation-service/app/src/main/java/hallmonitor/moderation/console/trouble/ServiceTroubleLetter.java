package hallmonitor.moderation.console.trouble;

import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.trouble.ServiceTroubleStore.Row;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import java.time.ZoneId;
import java.util.List;

/**
 * The mail about a trouble that the notifier cannot tell of.
 *
 * @param to the recipient; the mail is in their language
 * @param round as in {@link TellingRounds}
 */
record ServiceTroubleLetter(Person to, Row trouble, int round, ZoneId zone) {
  Letter with(String link) {
    String title = say(ServiceTroubleWords.title(trouble.subject()));
    boolean over = round == TellingRounds.OVER;
    String subject =
        over
            ? say(Sentence.of("Works again: {1}", title))
            : round > 0 ? say(Sentence.of("Reminder: {1}", title)) : title;
    Sentence since =
        Sentence.of("Since {1}.", Letter.moment(trouble.beganAt(), zone, to.language()));
    Sentence task =
        over
            ? Sentence.of("It works again. You do not have to do anything.")
            : ServiceTroubleWords.task(trouble.subject());
    return new Letter(
        to.language(),
        subject,
        List.of(say(Sentence.of("Hello {1},", to.name())), title + ". " + say(since), say(task)),
        say(Sentence.of("Open the troubles")),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail as technology director, or in that person's place. You get"
                        + " it again, less and less often, until it works again."))));
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, to.language());
  }
}
