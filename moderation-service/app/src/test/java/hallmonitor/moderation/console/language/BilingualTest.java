package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BilingualTest {
  private static List<String> segments(String source) {
    List<String> found = new ArrayList<>();
    String same =
        Bilingual.of(
            source,
            segment -> {
              found.add(segment);
              return Optional.empty();
            });
    assertThat(same).as("what has no Spanish stays as it is").isEqualTo(source);
    return found;
  }

  private static String both(String source, String... pairs) {
    Map<String, String> spanish = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      spanish.put(pairs[i], pairs[i + 1]);
    }
    return Bilingual.of(source, segment -> Optional.ofNullable(spanish.get(segment)));
  }

  @Test
  void aTextStandsInBothLanguagesAndItsSpaceOnce() {
    assertThat(both("<h1> Queue\n</h1>", "Queue", "Cola"))
        .isEqualTo("<h1> {#if words:spanish}Cola{#else}Queue{/if}\n</h1>");
  }

  @Test
  void whiteSpaceWithinASentenceDoesNotMatter() {
    assertThat(segments("<p>You're all\n    caught\tup.</p>"))
        .containsExactly("You're all caught up.");
  }

  @Test
  void expressionsGoWhereTheSpanishHasThem() {
    assertThat(
            both(
                "<p>{a.done} of {a.all} comments</p>",
                "{1} of {2} comments",
                "de {2} comentarios, {1}"))
        .isEqualTo(
            "<p>{#if words:spanish}de {a.all} comentarios, {a.done}{#else}{a.done} of {a.all}"
                + " comments{/if}</p>");
  }

  @Test
  void elementsWithWordsAreTakenAlongAndThoseWithoutAreOnePlace() {
    String source = "<p><strong class=\"x\">Paused</strong> by <bdi>{a.who}</bdi> <kbd>p</kbd></p>";

    assertThat(segments(source)).containsExactly("<1>Paused</1> by {2} {3}");
    assertThat(both(source, "<1>Paused</1> by {2} {3}", "{3} por {2}: <1>en pausa</1>"))
        .startsWith(
            "<p>{#if words:spanish}<kbd>p</kbd> por <bdi>{a.who}</bdi>: <strong class=\"x\">en"
                + " pausa</strong>{#else}");
  }

  @Test
  void whatIsShownInBracesIsAPlaceThatNoLanguageChanges() {
    String source = "<p><code>\\{clause}</code> stands for its number.</p>";

    assertThat(segments(source)).containsExactly("{1} stands for its number.");
    assertThat(both(source, "{1} stands for its number.", "{1} representa su número."))
        .startsWith("<p>{#if words:spanish}<code>\\{clause}</code> representa su número.{#else}");
  }

  @Test
  void aFieldForAnotherLanguageHidesNothingBehindIt() {
    assertThat(segments("<label>In Spanish</label><input lang=\"es\"><p>Keep it short.</p>"))
        .containsExactly("In Spanish", "Keep it short.");
  }

  @Test
  void whatNoTextBindsTogetherIsSaidByItself() {
    assertThat(segments("<p><a href=\"/x\">Shadow</a> <a href=\"/y\"><b>Backtest</b></a></p>"))
        .containsExactly("Shadow", "Backtest");
  }

  @Test
  void sectionsEndASegment() {
    assertThat(
            segments(
                "<p>Nothing waits{#if f.narrowed} under these filters{#else if x is 'a b'},"
                    + " or{/if}. {#for b in list}Row {b}{/for}{@java.lang.String x}</p>"))
        .containsExactly("Nothing waits", "under these filters", ", or", "Row {1}");
  }

  @Test
  void anElementThatASectionGoesThroughEndsASegment() {
    assertThat(segments("<p>One <b>two{#if x} three</b> four{/if} <i>five</p>"))
        .containsExactly("One", "two", "three", "four", "five");
    assertThat(segments("<a href=\"/q\"{#if at} aria-current=\"page\"{/if}>Queue</a> more"))
        .containsExactly("Queue", "more");
  }

  @Test
  void attributesThatPeopleReadAreText() {
    String source =
        "<input name=\"name\" placeholder=\"Reason > all\" aria-label=\"About {x.y(\"it\")}\""
            + " title='' alt=\"\" value=\"Value\">";

    assertThat(segments("<img alt=\"A sign\" title=\"{#if a}One{#else}Two{/if}\">"))
        .containsExactly("A sign", "One", "Two");
    assertThat(segments(source)).startsWith("Reason > all");
    assertThat(both("<b title=\"Open\">{x}</b> open", "Open", "Abrir", "{1} open", "{1} abiertos"))
        .isEqualTo(
            "{#if words:spanish}<b title=\"{#if words:spanish}Abrir{#else}Open{/if}\">{x}</b>"
                + " abiertos{#else}<b title=\"{#if words:spanish}Abrir{#else}Open{/if}\">{x}</b>"
                + " open{/if}");
  }

  @Test
  void whatAnExpressionSaysInPlaceOfAValueIsText() {
    assertThat(both("<p>{a.title ?: 'a post'}</p>", "a post", "una publicación"))
        .isEqualTo(
            "<p>{#if words:spanish}{a.title ?: 'una publicación'}{#else}{a.title ?: 'a"
                + " post'}{/if}</p>");
  }

  @Test
  void whatIsNoTextIsLeftAlone() {
    assertThat(
            segments(
                "<!-- A remark --><script>say(\"Words\")</script><style>a { b: c }</style>{! A"
                    + " remark !}{|<p>Raw</p>|}<meta"
                    + " content='\\{\"a\":[\\{\"b\":1}]}'>{#layout}wide{/layout}<option"
                    + " lang=\"es\">Español</option><p>&nbsp;{x} · 12</p><!DOCTYPE html>"))
        .isEmpty();
  }

  @Test
  void bracesThatAreNoTagsAreTextAndANameInThemIsAPlace() {
    assertThat(segments("<p>A set { is } <code>\\{until}</code> or \\{this-day} and \\{ that</p>"))
        .containsExactly("A set { is } {1} or {2} and \\{ that");
    assertThat(both("<p>\\{until} is the day</p>", "{1} is the day", "el día es {1}"))
        .isEqualTo("<p>{#if words:spanish}el día es \\{until}{#else}\\{until} is the day{/if}</p>");
  }

  @Test
  void theTextsOfTagsMayHoldBraces() {
    assertThat(segments("<p>{a.of('}')} of them {#if a is '}'}yes{/if}</p>"))
        .containsExactly("{1} of them", "yes");
  }

  @Test
  void aSpanishTextWithOtherPlacesIsRefusedByName() {
    for (String wrong : List.of("{2} de", "de", "{1} {1} de", "{1} de {x}", "<1>de</1>")) {
      assertThatThrownBy(() -> both("<p>{x} of</p>", "{1} of", wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("{1} of")
          .hasMessageContaining(wrong);
    }
  }
}
