package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of exemptions as lines of a file, in the language of the requester.
 *
 * @param language {@code en} or {@code es}
 * @param zone of the district, for its dates
 * @param deciders whether it says who decided and when: the public does not get the names
 */
public record ExemptionCsv(String language, ZoneId zone, boolean deciders) {
  public String head() {
    return Csv.START
        + line(
            List.of(
                say(Sentence.of("Item")),
                say(Sentence.of("Kind of record")),
                say(Sentence.of("Account")),
                say(Sentence.of("Date")),
                say(Sentence.of("What the public does not get")),
                say(Sentence.of("Law")),
                say(Sentence.of("Exemption"))),
            say(Sentence.of("Decided by")),
            say(Sentence.of("Decided on")));
  }

  public String line(ExemptionEntry entry) {
    return line(
        List.of(
            entry.number(),
            say(entry.getRecord()),
            DisplayLabels.account(entry.account()),
            LocalDate.ofInstant(entry.seenAt(), zone),
            say(entry.getWhat()),
            entry.ground().source(),
            entry.ground().source().isEmpty() ? entry.ground().id() : entry.ground().in(language)),
        entry.decider(),
        LocalDate.ofInstant(entry.decidedAt(), zone));
  }

  private String line(List<Object> cells, Object decider, Object day) {
    List<Object> all = new ArrayList<>(cells);
    if (deciders) {
      all.add(decider);
      all.add(day);
    }
    return Csv.line(all.toArray());
  }

  /** Says that entries are missing, so that nobody takes the file for the whole log. */
  String unseen(long items) {
    return Csv.line(
        say(
            Sentence.of(
                "This log lacks items of schools that the person who made it doesn't see: {1}.",
                items)));
  }

  private String say(Sentence sentence) {
    return ReaderLanguage.says(sentence, language);
  }
}
