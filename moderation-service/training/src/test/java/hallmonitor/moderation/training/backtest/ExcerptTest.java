package hallmonitor.moderation.training.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aShortCommentIsShownWhole() {
    assertThat(Excerpt.around("Go Mavericks! 🎉", 5)).isEqualTo("Go Mavericks! 🎉");
  }

  @Test
  void aLongOneIsShownAroundWhatWasFound() {
    String text = "a".repeat(300) + " HERE " + "b".repeat(300);
    assertThat(Excerpt.around(text, 301)).startsWith("...aa").contains("HERE").endsWith("bb...");
    assertThat(Excerpt.around(text, 301).length()).isLessThan(110);
    assertThat(Excerpt.around(text, 605)).doesNotEndWith("...");
  }

  @Test
  void nothingInItReachesTheTerminal() {
    assertThat(Excerpt.plain("a\u001b[31mred\r\nb\u202Etxt\u2028c\u200B"))
        .isEqualTo("a [31mred  b txt c");
    assertThat(Excerpt.around("x".repeat(50) + "🎉".repeat(100), 151)).doesNotContain("\uFFFD");
  }
}
