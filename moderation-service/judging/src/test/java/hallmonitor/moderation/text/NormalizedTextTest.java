package hallmonitor.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {
  @ParameterizedTest
  @CsvSource({
    "ＦＵＬＬ Ｗｉｄｔｈ,full width",
    "𝓕𝓮𝓵𝓲𝓬𝓲𝓭𝓪𝓭𝓮𝓼,felicidades",
    "ѕсhооl,school",
    "Café con leché,cafe con leche",
    "año nuevo,año nuevo",
    "an\u0303o nuevo,año nuevo",
    "z\u0335\u0321a\u0338l\u0334g\u0337o\u0336,zalgo",
    "in\u200bvi\u2060si\u00adble,invisible",
    "\u202eright to left\u202c,right to left",
    "🅱🅰🅳,bad",
    "a   b\t\tc,a b c"
  })
  void everySignHasOnePlainSpelling(String original, String plain) {
    assertThat(NormalizedText.of(original).text()).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "sh1rt,shirt",
    "g00d luck,good luck",
    "@pple $auce,apple sauce",
    "b!rd,bird",
    "gla$$,glass",
    "sooooo gooood,soo good",
    "w o r d,word",
    "w.o.r.d,word",
    "w-o-r-d-s!,words!",
    "c l a s s   o f   2 6,class of 26",
    "h*ck,h*ck",
    "h#ck,h*ck",
    "bring a 🔫 tomorrow,bring a gun tomorrow"
  })
  void disguisesAreUndoneInTheFoldedView(String original, String folded) {
    assertThat(NormalizedText.of(original).folded().text()).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "call 217-555-0143",
    "at 7pm on the 3rd",
    "paid $500 for 2 tickets",
    "room 101 at 8:30!",
    "r u ok",
    "she said hi!"
  })
  void numbersTimesAndPricesStay(String text) {
    assertThat(NormalizedText.of(text).folded().text()).isEqualTo(text);
  }

  @Test
  void aWordLeadsBackToItsDisguise() {
    String original = "well ｓ . ｈ . ３ . ｄ then";
    NormalizedText folded = NormalizedText.of(original).folded();
    int at = folded.text().indexOf("shed");
    assertThat(original.substring(folded.originalFrom(at), folded.originalTo(at + 4)))
        .isEqualTo("ｓ . ｈ . ３ . ｄ");
  }

  @Test
  void aHundredThousandMarksTakeNoTime() {
    String zalgo = "a" + "\u0335".repeat(100_000) + "b";
    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(NormalizedText.of(zalgo).text()).isEqualTo("ab"));
  }

  @Property(tries = 20_000)
  void normalizingTwiceChangesNothing(@ForAll("hostile") String original) {
    NormalizedText once = NormalizedText.of(original);
    assertThat(NormalizedText.of(once.text()).text()).isEqualTo(once.text());
    String folded = once.folded().text();
    assertThat(NormalizedText.of(folded).folded().text()).isEqualTo(folded);
  }

  @Property
  void everyPartLeadsBackIntoTheOriginalInOrder(@ForAll("hostile") String original) {
    NormalizedText light = NormalizedText.of(original);
    for (NormalizedText view : new NormalizedText[] {light, light.folded()}) {
      int last = 0;
      for (int i = 0; i < view.text().length(); i++) {
        assertThat(view.originalFrom(i)).isBetween(last, original.length());
        assertThat(view.originalTo(i + 1)).isBetween(view.originalFrom(i) + 1, original.length());
        last = view.originalFrom(i);
      }
    }
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<Character> any = Arbitraries.chars().all();
    Arbitrary<Character> tricky =
        Arbitraries.of(
            'a', 'b', 'n', 's', ' ', ' ', '.', '-', '*', '#', '@', '$', '!', '0', '1', '3', '7',
            '\u0303', '\u200d', '\u00f1', '\u0130', '\ud83d', '\udd2b', '\ufe0f', '\u2026');
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, any), net.jqwik.api.Tuple.of(6, tricky))
        .list()
        .ofMaxSize(60)
        .map(
            chars -> {
              StringBuilder text = new StringBuilder();
              chars.forEach(text::append);
              return text.toString();
            });
  }
}
