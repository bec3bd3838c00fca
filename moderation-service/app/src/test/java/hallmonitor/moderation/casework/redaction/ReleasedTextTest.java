package hallmonitor.moderation.casework.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleasedTextTest {
  private static final LegalGround PRIVATE = ground("5 ILCS 140/7(1)(b)");
  private static final LegalGround FERPA = ground("FERPA");

  private static LegalGround ground(String source) {
    return new LegalGround(source, source, "", "", "");
  }

  private static Redaction words(String text, String words, LegalGround ground) {
    int from = text.indexOf(words);
    assertThat(from).as(words).isNotNegative();
    return Redaction.ofWords(text, new Span(from, from + words.length()), ground);
  }

  private static String released(String text, String... words) {
    return ReleasedText.of(text, Arrays.stream(words).map(w -> words(text, w, PRIVATE)).toList())
        .in("en");
  }

  @Test
  void aTextWithoutRedactionsIsReleasedAsItIs() {
    assertThat(released("Call Ana.\r\n")).isEqualTo("Call Ana.\r\n");
    assertThat(ReleasedText.of("", List.of()).in("en")).isEmpty();
  }

  @Test
  void redactedWordsBecomeAMarkThatNamesTheGround() {
    assertThat(released("Call Ana Ruiz at home.", "Ana Ruiz"))
        .isEqualTo("Call [redacted: 5 ILCS 140/7(1)(b)] at home.");
    String text = "Ana";
    assertThat(ReleasedText.of(text, List.of(words(text, "Ana", PRIVATE))).in("es"))
        .isEqualTo("[tachado: 5 ILCS 140/7(1)(b)]");
  }

  @Test
  void theMarkTellsNothingOfTheLength() {
    assertThat(released("Li left", "Li")).isEqualTo(released("Maximiliano left", "Maximiliano"));
  }

  @Test
  void wordsSideBySideAreOneMarkSoThatNobodyCountsThem() {
    assertThat(released("Call Ana \t\u00a0\u200bRuiz now", "Ana", "Ruiz"))
        .isEqualTo("Call [redacted: 5 ILCS 140/7(1)(b)] now");
    assertThat(released("Call Ana, Ruiz", "Ana", "Ruiz"))
        .isEqualTo("Call [redacted: 5 ILCS 140/7(1)(b)], [redacted: 5 ILCS 140/7(1)(b)]");
  }

  @Test
  void overlappingRedactionsAreOneMarkWithAllTheirGrounds() {
    String text = "Ana Ruiz Mora has asthma";

    assertThat(
            ReleasedText.of(
                    text,
                    List.of(
                        words(text, "Mora has asthma", FERPA),
                        words(text, "Ana Ruiz Mora", PRIVATE),
                        words(text, "Ruiz", PRIVATE)))
                .in("en"))
        .isEqualTo("[redacted: 5 ILCS 140/7(1)(b); FERPA]");
  }

  @Test
  void aRedactionNeverLeavesAPartOfACharacter() {
    String accent = "Rene\u0301 left";
    String family = "👩‍👩‍👧 left";
    String skin = "👍🏽 left";
    String lines = "Ana\r\nleft";

    assertThat(released(accent, "Rene")).isEqualTo("[redacted: 5 ILCS 140/7(1)(b)] left");
    assertThat(released(family, "👩")).isEqualTo("[redacted: 5 ILCS 140/7(1)(b)] left");
    assertThat(released(skin, "🏽")).isEqualTo("[redacted: 5 ILCS 140/7(1)(b)] left");
    assertThat(released(lines, "Ana\r")).isEqualTo("[redacted: 5 ILCS 140/7(1)(b)]left");
    assertThat(Redaction.ofWords("😀!", new Span(1, 2), PRIVATE).span()).isEqualTo(new Span(0, 2));
  }

  @Test
  void aRedactionOfAnotherTextReleasesNothing() {
    Redaction other = words("Ana left", "Ana", PRIVATE);

    assertThatThrownBy(() -> ReleasedText.of("Then Ana left", List.of(other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("Ana");
  }

  @Test
  void onlyWordsThatAreThereCanBeChosen() {
    assertThatThrownBy(() -> Redaction.ofWords("Ana left", new Span(3, 4), PRIVATE))
        .isInstanceOf(NotLegal.class)
        .hasMessageContaining("from the first to the last");
    assertThatThrownBy(() -> Redaction.ofWords("Ana", new Span(1, 9), PRIVATE))
        .isInstanceOf(NotLegal.class);
    assertThatThrownBy(() -> Redaction.ofWords("Ana", new Span(1, 1), PRIVATE))
        .isInstanceOf(NotLegal.class);
  }

  @Test
  void namesTitlesAndAttachmentsAreRedactedWhole() {
    List<Redaction> redactions =
        List.of(
            Redaction.ofAuthor(FERPA),
            Redaction.ofTitle(PRIVATE),
            Redaction.ofAttachment("https://pictures.example/a.png", PRIVATE));

    assertThat(ReleasedText.ofAuthor("Dana Reyes", redactions).in("en"))
        .isEqualTo("[redacted: FERPA]");
    assertThat(ReleasedText.ofTitle("Ana won", redactions).in("en"))
        .isEqualTo("[redacted: 5 ILCS 140/7(1)(b)]");
    assertThat(ReleasedText.ofAttachment("https://pictures.example/a.png", redactions).in("en"))
        .isEqualTo("[redacted: 5 ILCS 140/7(1)(b)]");
    assertThat(ReleasedText.ofAttachment("https://pictures.example/b.png", redactions).in("en"))
        .isEqualTo("https://pictures.example/b.png");
    assertThat(ReleasedText.of("The text stays", redactions).in("en")).isEqualTo("The text stays");
  }
}
