package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedLinesTest {
  @Test
  void brokenTextIsOneLineWithoutIndentation() {
    assertThat(FoldedLines.of("<p>\n  Nobody was\n  blocked.\n</p>\n"))
        .isEqualTo("<p> Nobody was blocked. </p>\n");
  }

  @Test
  void linesOfTagsStayLinesOfTheirOwn() {
    assertThat(FoldedLines.of("  {#if a}\n  <p\n    id=\"x\">\n  {a}</p>\n  {/if}\n"))
        .isEqualTo("{#if a}\n<p id=\"x\"> {a}</p>\n{/if}\n");
  }

  @Test
  void aPartStaysWithoutABreakAtItsEnd() {
    assertThat(FoldedLines.of("{#for p in parts}{p}{/for}"))
        .isEqualTo("{#for p in parts}{p}{/for}");
  }

  @Test
  void whatAFieldOrAPreformattedPartHoldsIsNotTouched() {
    String field = "<textarea name=\"a\"\n  rows=\"2\">\n{text}\n  as it is</textarea>";
    assertThat(FoldedLines.of("<p>\n  " + field + "\n  end</p>\n"))
        .isEqualTo("<p> <textarea name=\"a\" rows=\"2\">\n{text}\n  as it is</textarea> end</p>\n");
    assertThat(FoldedLines.of("<pre>\n  a\n   b</pre>\n")).isEqualTo("<pre>\n  a\n   b</pre>\n");
  }

  @Test
  void anInsertedTextIsNotTouched() {
    assertThat(FoldedLines.of("<pre>{text}</pre>")).isEqualTo("<pre>{text}</pre>");
  }
}
