package hallmonitor.moderation.casework.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWordsTest {
  private static String between(String text, int first, int last) {
    return new TextWords(text).between(first, last).of(text);
  }

  private static List<String> same(String text, String words) {
    return TextWords.same(text, words).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void wordsAreChosenByTheirNumbersWithoutThePunctuationAroundThem() {
    String text = "Call \u00a0Ana Ruiz,\r\n(555) 010-4477! 😀";

    assertThat(new TextWords(text).count()).isEqualTo(6);
    assertThat(between(text, 2, 3)).isEqualTo("Ana Ruiz");
    assertThat(between(text, 5, 4)).isEqualTo("(555) 010-4477");
    assertThat(between(text, 6, 6)).isEqualTo("😀");
    assertThat(between(text, -4, 99)).isEqualTo(text);
    assertThat(between("what ?! now", 2, 2)).isEqualTo("?!");
  }

  @Test
  void aTextWithoutWordsHasNothingToChoose() {
    assertThat(new TextWords(" \n").count()).isZero();
    assertThat(between(" \n", 1, 1)).isEmpty();
  }

  @Test
  void theSameWordsAreFoundWhateverTheirCaseAccentsAndSpaces() {
    assertThat(
            same("José Núñez, JOSE  NÚÑEZ and Jose\u0301\nNu\u0301n\u0303ez. Joseph", "josé núñez"))
        .containsExactly("José Núñez", "JOSE  NÚÑEZ", "Jose\u0301\nNu\u0301n\u0303ez");
  }

  @Test
  void wordsWithinOtherWordsAreNotTheSame() {
    assertThat(same("Ana, Anabel, Dana's Ana's", "Ana")).containsExactly("Ana", "Ana");
  }

  @Test
  void signsWithoutLettersAreFoundAsTheyAre() {
    assertThat(same("😀 and 😀", "😀")).hasSize(2);
    assertThat(same("anything", " ")).isEmpty();
  }
}
