package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.answer.AnswerLetter;
import hallmonitor.moderation.casework.request.AnswerRules;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.Optional;
import java.util.Set;

/** What requests.yaml says of the letter of an answer. */
final class AnswerSection {
  private static final BothLanguages TITLE =
      new BothLanguages("Records officer", "Responsable de registros");

  private AnswerSection() {}

  /** What the law of a state says of the end of a letter. */
  record Signed(Optional<LegalGround> review, BothLanguages title) {}

  /** A text in both languages. */
  private record BothLanguages(String english, String spanish) {}

  /**
   * Reads it from a state.
   *
   * @param address of its law
   */
  static Signed signed(YamlMapping state, String address) {
    Optional<LegalGround> review =
        state
            .mapping("review")
            .map(
                m -> {
                  m.allow("source", "address", "en", "es");
                  return new LegalGround(
                      "review",
                      m.text("source"),
                      m.text("address", address),
                      m.text("en"),
                      m.text("es"));
                });
    return new Signed(review, state.mapping("officer").map(AnswerSection::both).orElse(TITLE));
  }

  private static BothLanguages both(YamlMapping m) {
    m.allow("en", "es");
    return new BothLanguages(m.text("en"), m.text("es"));
  }

  /** Reads the letter. A file that was written before there were letters gets the shipped one. */
  static AnswerRules answers(YamlMapping root, Optional<Signed> signed) {
    BothLanguages letter =
        root.mapping("letter").map(AnswerSection::both).orElseGet(AnswerSection::shipped);
    mustBeFilled(root, letter);
    BothLanguages title = signed.map(Signed::title).orElse(TITLE);
    return new AnswerRules(
        letter.english(),
        letter.spanish(),
        signed.flatMap(Signed::review),
        title.english(),
        title.spanish());
  }

  private static BothLanguages shipped() {
    AnswerRules rules = RequestsFile.read(RequestsFile.shipped()).answers();
    return new BothLanguages(rules.letter("en"), rules.letter("es"));
  }

  private static void mustBeFilled(YamlMapping root, BothLanguages letter) {
    Set<String> unknown = AnswerLetter.unknown(letter.english());
    unknown.addAll(AnswerLetter.unknown(letter.spanish()));
    if (!unknown.isEmpty()) {
      root.problem(
          "letter",
          "{%s} stands for nothing; write one of {%s}"
              .formatted(String.join("}, {", unknown), String.join("}, {", AnswerLetter.NAMES)));
    }
  }
}
