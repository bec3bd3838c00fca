package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.cases.MarkedText.Part;
import hallmonitor.moderation.finding.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void theWordsThatCausedAFindingAreMarkedAndNothingElse() {
    assertThat(MarkedText.of("you damn fool", List.of(new Span(4, 8)), 100).shown())
        .containsExactly(new Part("you ", false), new Part("damn", true), new Part(" fool", false));
  }

  @Test
  void overlappingSpansAreOneMark() {
    List<Span> spans = List.of(new Span(2, 6), new Span(0, 4), new Span(4, 5));

    assertThat(MarkedText.of("abcdefgh", spans, 100).shown())
        .containsExactly(new Part("abcdef", true), new Part("gh", false));
  }

  @Test
  void aSpanThatCutsAnEmojiTakesItWhole() {
    assertThat(MarkedText.of("a🤬b", List.of(new Span(2, 4)), 100).shown())
        .containsExactly(new Part("a", false), new Part("🤬b", true));
    assertThat(MarkedText.of("a🤬b", List.of(new Span(0, 2)), 100).shown())
        .containsExactly(new Part("a🤬", true), new Part("b", false));
  }

  @Test
  void aSpanPastTheEndIsCut() {
    assertThat(MarkedText.of("abc", List.of(new Span(2, 99), new Span(50, 60)), 100).shown())
        .containsExactly(new Part("ab", false), new Part("c", true));
  }

  @Test
  void aLongTextUnfoldsWithItsMarksOnBothSidesOfTheFold() {
    MarkedText text = MarkedText.of("x".repeat(300), List.of(new Span(90, 110)), 100);

    assertThat(text.isLong()).isTrue();
    assertThat(text.getLength()).isEqualTo("300");
    assertThat(text.shown()).last().isEqualTo(new Part("x".repeat(10), true));
    assertThat(text.rest()).first().isEqualTo(new Part("x".repeat(10), true));
  }

  @Test
  void aPassageShowsTheFirstMarkedWordsOfALongText() {
    List<Span> damn = List.of(new Span(5000, 5004));
    MarkedText passage =
        MarkedText.passage("y".repeat(5000) + "damn" + "z".repeat(5000), damn, damn, 200);

    assertThat(passage.shown()).contains(new Part("damn", true));
    assertThat(passage.shown().stream().mapToInt(p -> p.text().length()).sum()).isLessThan(210);
  }

  @Test
  void aPassageIsAroundWhatMattersMostAndMarksTheRestToo() {
    List<Span> ofRule = List.of(new Span(1000, 1004));
    List<Span> all = List.of(new Span(0, 2), ofRule.get(0), new Span(1010, 1012));

    MarkedText passage =
        MarkedText.passage("y".repeat(1000) + "damn" + "z".repeat(1000), all, ofRule, 200);

    assertThat(passage.shown()).contains(new Part("damn", true), new Part("zz", true));
  }

  @Property
  void nothingIsLostOrTurnedAround(
      @ForAll String text,
      @ForAll @Size(max = 6) List<@IntRange(max = 60) Integer> starts,
      @ForAll @IntRange(min = 1, max = 40) int limit) {
    List<Span> spans = starts.stream().map(from -> new Span(from, from + from % 7)).toList();

    MarkedText marked = MarkedText.of(text, spans, limit);

    assertThat(
            Stream.concat(marked.shown().stream(), marked.rest().stream())
                .map(Part::text)
                .collect(Collectors.joining()))
        .isEqualTo(text);
  }
}
