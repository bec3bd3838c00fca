package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortCodeTest {
  private static final ShortCode CODE = ShortCode.of(0x3A5C_1234_5678_9ABCL);

  @Test
  void itReadsHoweverPeopleWriteIt() {
    String grouped = CODE.toString();

    assertThat(grouped).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
    assertThat(ShortCode.parse(" " + grouped.toLowerCase() + "\n")).contains(CODE);
    assertThat(ShortCode.parse(grouped.replace("-", "\u2013 "))).contains(CODE);
    assertThat(ShortCode.parse(grouped.replace('1', 'l').replace('0', 'o'))).contains(CODE);
  }

  @Test
  void aWrongSignAndTwoThatChangedPlacesAreFoundOut() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String signs = ShortCode.of(random.nextLong()).signs();
      for (int at = 0; at < signs.length(); at++) {
        char other = signs.charAt(at) == '7' ? '8' : '7';
        assertThat(ShortCode.parse(signs.substring(0, at) + other + signs.substring(at + 1)))
            .isEmpty();
      }
      char a = signs.charAt(3);
      char b = signs.charAt(4);
      // Luhn's algorithm detects swaps of all neighbors except the first and the last character of
      // the alphabet.
      if (a != b && !(a == '0' && b == 'Z') && !(a == 'Z' && b == '0')) {
        assertThat(ShortCode.parse(signs.substring(0, 3) + b + a + signs.substring(5))).isEmpty();
      }
    }
  }

  @Test
  void whatIsNoCodeIsNone() {
    for (String typed :
        new String[] {
          "", "7K2M", "UUUU-UUUU-UUUU", "0000-0000-0U01", "<script>alert", "☃".repeat(12)
        }) {
      assertThat(ShortCode.parse(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void everyOneOfThe55BitsCounts() {
    assertThat(java.util.stream.IntStream.range(0, 55).mapToObj(i -> ShortCode.of(1L << i)))
        .doesNotHaveDuplicates()
        .doesNotContain(ShortCode.of(0));
  }
}
