package hallmonitor.moderation.console.operations;

import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The mail about an account that runs low.
 *
 * @param to the recipient; the mail is in their language
 * @param account its name
 * @param allowance absent if the platform counts no acts
 * @param warning one sentence of the ingest service, in English, that says what to do
 */
record AccountWarningLetter(
    Person to, String account, Optional<Allowance> allowance, String warning) {
  Letter with(String link, ZoneId zone) {
    return new Letter(
        to.language(),
        say(Sentence.of("Running low: {1}", account)),
        List.of(
            say(Sentence.of("Hello {1},", to.name())),
            say(
                allowance
                    .map(
                        left ->
                            Sentence.of(
                                "What the platform allows {1} is enough for {2} more hides until {3}.",
                                account,
                                left.hides(),
                                Letter.moment(left.until(), zone, to.language())))
                    .orElse(Sentence.of("It may soon become impossible to read {1}.", account))),
            say(Sentence.of("The service that reads it reports: {1}", warning))),
        say(Sentence.of("See the account")),
        link,
        List.of(
            say(
                Sentence.of(
                    "You get this mail because you are in charge of the account, once a day at"
                        + " most."))));
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, to.language());
  }
}
