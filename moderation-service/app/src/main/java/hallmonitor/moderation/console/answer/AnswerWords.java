package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.answer.AnswerSummary;
import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.casework.request.ItemRanges;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.appeal.FormWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of an answer, in the requester's language.
 *
 * @param language {@code en} or {@code es}
 */
record AnswerWords(String language, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

  /** Returns a word, with values in place of {@code {1}} and so on. */
  String word(String name, Object... values) {
    String word = FormWords.in("answer", language).get(name);
    for (int i = 0; i < values.length; i++) {
      word = word.replace("{" + (i + 1) + "}", values[i].toString());
    }
    return word;
  }

  String day(LocalDate day) {
    return Letter.day(day, language);
  }

  /** Returns a time of the district's zone, to the second. */
  String time(Instant at) {
    return TIME.format(ZonedDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone));
  }

  String kind(String kind) {
    return word("kind-" + kind);
  }

  /** Returns how many records were found, and how many are released. */
  String released(AnswerSummary summary) {
    if (summary.items() == 0) {
      return word("released-none");
    }
    return summary.isDenied()
        ? word(
            "released-some",
            summary.items(),
            summary.released(),
            summary.redacted(),
            summary.withheld())
        : word("released-all", summary.items());
  }

  /** Returns a line that says for which records a ground is given. */
  String withheld(LegalGround ground, List<Long> items) {
    return word("withheld-line", ground.cited(language), ItemRanges.of(items));
  }

  String decision(ReleasedRecord record) {
    return word("decision-" + EnumCodes.of(record.outcome()));
  }

  String grounds(ReleasedRecord record) {
    return record.grounds().stream()
        .map(ground -> ground.cited(language))
        .collect(Collectors.joining("\n"));
  }
}
