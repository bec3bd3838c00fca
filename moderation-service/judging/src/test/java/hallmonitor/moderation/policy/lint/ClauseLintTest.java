package hallmonitor.moderation.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.LocalNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseLintTest {
  private final ClauseLint lint =
      new ClauseLint(new LocalNames(List.of(), List.of("Dana Whitaker")));

  @ParameterizedTest
  @CsvSource({
    "words, the words of a comment",
    "Banned_Words, the words of a comment",
    "phrase, the words of a comment",
    "topic, subject",
    "off-topic, subject",
    "author, who wrote",
    "sentiment, point of view"
  })
  void noClauseMatchesWordsSubjectsViewsOrAuthors(String key, String what) {
    assertThat(lint.key(key))
        .get()
        .asString()
        .contains(what)
        .contains("Krasno v. Mnookin")
        .contains("PETA v. Tabak");
  }

  @Test
  void aMisspelledKeyIsOnlyUnknown() {
    assertThat(lint.key("categroy")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Off-topic comments are removed.",
        "Comments must stay on topic.",
        "Comments unrelated to the post are hidden.",
        "Negative comments",
        "Comments critical of the district or its leaders are removed.",
        "Criticism of the board is not allowed.",
        "Negative comments are never welcome.",
        "No disrespectful comments to the board.",
        "Political comments",
        "Comments that undermine the superintendent are reviewed.",
        "Praise is welcome; complaints are removed.",
        "Please keep it positive.",
        "Comments may be removed for any reason.",
        "Comments that damage the reputation of the district.",
        "Comentarios fuera de tema",
        "Se eliminan las críticas a la junta.",
        "Comentarios políticos",
        "Faltas de respeto a la directora"
      })
  void aWordingThatAnnouncesSubjectOrViewpointIsRefused(String wording) {
    assertThat(lint.announces(wording)).get().asString().contains("Krasno v. Mnookin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Criticism of the district, its board and its employees, however harsh, is welcome.",
        "Disagreement and complaints are not personal attacks.",
        "The rule concerns the word, never the opinion: the same comment without it is welcome.",
        "Political opinions are protected and stay visible.",
        "Comments that spread private facts such as immigration status are removed.",
        "Threats against teachers, the board or the superintendent are reported at once.",
        "Spreading rumors about a student is bullying.",
        "Commercial advertising, scams and repeated unrelated links are removed.",
        "Las críticas y las quejas son bienvenidas.",
        "Amenazas contra el personal se reportan de inmediato."
      })
  void aWordingAboutConductIsTaken(String wording) {
    assertThat(lint.announces(wording)).isEmpty();
  }

  @Test
  void noClauseIsAboutOnePerson() {
    assertThat(lint.announces("Insults against Dana Whitaker are removed."))
        .get()
        .asString()
        .contains("must not name a person");
  }

  @Test
  void hidingByItselfNeedsMoreThanTheModelGives() {
    assertThat(lint.hidesAt(0.5)).get().asString().contains("has not proven to be sure");
    assertThat(lint.hidesAt(0.9)).isPresent();
    assertThat(lint.hidesAt(0.92)).isEmpty();
  }
}
