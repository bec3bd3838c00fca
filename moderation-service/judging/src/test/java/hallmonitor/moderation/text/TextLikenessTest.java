package hallmonitor.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLikenessTest {
  @ParameterizedTest
  @ValueSource(strings = {"FIRE HIM", " fire   him ", "Fíre him", "ｆｉｒｅ him", "fire\u200B him"})
  void capitalsAccentsAndSpacesMakeNoOtherText(String text) {
    assertThat(TextLikeness.of(text)).isEqualTo(TextLikeness.of("fire him"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Fire him!!!", "fire... him 😀", "fire him him him", "f1re him", "“Fire”, him?"})
  void signsEmojiRepetitionAndDisguiseMakeNoOtherWords(String text) {
    assertThat(TextLikeness.of(text).words()).isEqualTo(TextLikeness.of("fire him").words());
    assertThat(TextLikeness.of(text).text()).isNotEqualTo(TextLikeness.of("fire him").text());
  }

  @Test
  void howFarAWordIsStretchedMakesNoDifference() {
    assertThat(TextLikeness.of("fiiire him").words())
        .isEqualTo(TextLikeness.of("fiiiiiire him").words());
  }

  @ParameterizedTest
  @CsvSource({
    "fire him,               fire her",
    "kill him not me,        kill me not him",
    "call 555 1234,          call 555 9876",
    "he is not a liar,       he is a liar",
    "see http://a.example/x, see http://b.example/x",
    "😀,                      😡",
    "!!!,                    ???",
  })
  void whatMayMeanSomethingElseIsNotAlike(String one, String other) {
    assertThat(TextLikeness.of(one).words()).isNotEqualTo(TextLikeness.of(other).words());
  }

  @Test
  void whatFollowsTheHostOfALinkMakesNoDifference() {
    assertThat(TextLikeness.of("win at https://x.example/a?id=1 now").words())
        .isEqualTo(TextLikeness.of("WIN at https://x.example/b?id=2 now").words());
  }

  @Test
  void theSameTextHasTheSameWords() {
    TextLikeness one = TextLikeness.of("¡Qué  VERGÜENZA!");
    TextLikeness other = TextLikeness.of("¡qué vergüenza!");
    assertThat(one.text()).isEqualTo(other.text());
    assertThat(one.words()).isEqualTo(other.words());
  }

  @Test
  void theSameTextIsAlikeOnlyWithTheSamePictures() {
    TextLikeness text = TextLikeness.of("lol");
    assertThat(TextLikeness.of("LOL").with("a1")).isEqualTo(text.with("a1"));
    assertThat(text.with("b2").words()).isNotEqualTo(text.with("a1").words());
    assertThat(text.with("b2").text()).isNotEqualTo(text.with("a1").text());
    assertThat(TextLikeness.of("rofl").with("a1").words()).isNotEqualTo(text.with("a1").words());
  }

  @Test
  void noTextIsLikeOneWithPictures() {
    TextLikeness pictured = TextLikeness.of("").with("a1");
    assertThat(TextLikeness.of("a1")).isNotEqualTo(pictured);
    assertThat(TextLikeness.of(TextLikeness.of("").text() + " a1").text())
        .isNotEqualTo(pictured.text());
  }

  @Test
  void anEmptyTextHasKeysToo() {
    assertThat(TextLikeness.of("")).isEqualTo(TextLikeness.of(" \u200B"));
  }
}
