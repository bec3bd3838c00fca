package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.answer.AnswerLetter;
import hallmonitor.moderation.casework.answer.AnswerSummary;
import hallmonitor.moderation.casework.request.AnswerRules;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.store.answer.AnswerLetters;
import hallmonitor.moderation.store.answer.AnswerLetters.KeptLetter;
import hallmonitor.moderation.store.answer.AnswerRecords;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The letter of an answer: the words of the file or of a person, filled in with the request. */
@ApplicationScoped
class WrittenLetter {
  private final AnswerLetters letters;
  private final AnswerRecords records;
  private final RequestOffice office;

  WrittenLetter(AnswerLetters letters, AnswerRecords records, RequestOffice office) {
    this.letters = letters;
    this.records = records;
    this.office = office;
  }

  /** Returns the letter with its names in braces; that of the file as long as nobody wrote one. */
  KeptLetter draft(RequestView request) {
    return letters
        .find(request.requestId())
        .orElseGet(() -> new KeptLetter(office.rules().answers().letter(request.language()), 0));
  }

  AnswerSummary summary(UUID request) {
    return records.summary(request);
  }

  AnswerWords words(RequestView request) {
    return new AnswerWords(request.language(), office.zone());
  }

  /**
   * Fills in a letter.
   *
   * @param signer name of the person who signs
   * @return its paragraphs
   * @throws NotLegal if something in it stands for nothing, or if the right to review is missing
   */
  List<String> filled(RequestView request, String letter, String signer) {
    AnswerRules rules = office.rules().answers();
    AnswerSummary summary = summary(request.requestId());
    if (summary.isDenied() && rules.review().isEmpty() && letter.contains("{review}")) {
      throw new NotLegal(
          Sentence.of(
              "requests.yaml has no right to review for your state, and this letter needs one. Ask an"
                  + " administrator to add it, or write it in place of {1}.",
              "{review}"));
    }
    AnswerWords words = words(request);
    String language = request.language();
    Map<String, String> values = new HashMap<>();
    values.put("date", words.day(office.today()));
    values.put("number", request.number().toString());
    values.put("received", words.day(request.deadline().receivedOn()));
    values.put("district", office.district());
    values.put(
        "requester",
        request.requester().isEmpty() ? words.word("requester-unnamed") : request.requester());
    values.put("request", request.words());
    values.put("released", words.released(summary));
    values.put("withheld", withheld(summary, words));
    values.put(
        "review",
        summary.isDenied()
            ? rules.review().map(r -> r.in(language) + " (" + r.source() + ")").orElse("")
            : "");
    values.put("proof", words.word("proof"));
    values.put("officer", signer);
    values.put("title", rules.title(language));
    return AnswerLetter.filled(letter, values);
  }

  private static String withheld(AnswerSummary summary, AnswerWords words) {
    if (summary.grounds().isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder(words.word("withheld"));
    summary
        .grounds()
        .forEach((ground, items) -> lines.append('\n').append(words.withheld(ground, items)));
    return lines.toString();
  }
}
