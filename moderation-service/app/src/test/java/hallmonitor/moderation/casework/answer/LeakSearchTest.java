package hallmonitor.moderation.casework.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeakSearchTest {
  private static LeakSearch hiding(String... texts) {
    return LeakSearch.of(
        IntStream.range(0, texts.length).mapToObj(i -> new HiddenText(i + 1, texts[i])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I saw José Álvarez there",
        "JOSE ALVAREZ",
        "jose\nalvarez",
        "Jo\u0301se\u0301  A\u0301lvarez",
        "Jo\u00ADse Al\u200Bvarez",
        "\u202Ejose\u202C alvarez!",
        "jose-alvarez@example.org",
        "\uFF2A\uFF4F\uFF53\uFF45 Alvarez"
      })
  void wordsAreFoundInEveryDisguise(String text) {
    assertThat(hiding("José Álvarez").in(text)).containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Banana", "Joseph Alvarez", "Jose and Alvarez", "", "Álvarez José"})
  void otherWordsAreNotTheSame(String text) {
    assertThat(hiding("José Álvarez", "Ana").in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#JacobMiller", "jacobmiller@example.org", "call 555 01 34", "5550134"})
  void fewWordsAreFoundWrittenTogetherToo(String text) {
    assertThat(hiding("Jacob Miller", "555-0134").in(text)).hasSize(1);
  }

  @Test
  void addressesOfOneSiteAreNotTakenForEachOther() {
    String site = "https://scontent.xx.example.net/v/t39.30808-6/";
    LeakSearch search = LeakSearch.of(Stream.of(new HiddenText(1, site + "111_n.jpg", true)));

    assertThat(search.in(site + "999_n.jpg")).isEmpty();
    assertThat(search.in("See " + site + "111_n.jpg.")).containsExactly(1L);
  }

  @Test
  void itSaysWhoseWordsTheyAre() {
    LeakSearch search = hiding("bus stop", "Elm Street", "Bus  Stop");

    assertThat(search.in("at the bus stop")).containsExactly(1L, 3L);
    assertThat(search.in("on Elm Street, near a BUS STOP")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatHasNoLettersIsFoundAsItIs() {
    LeakSearch search = hiding("\uD83D\uDE21\uD83D\uDE21", " -- ");

    assertThat(search.in("so \uD83D\uDE21\uD83D\uDE21!")).containsExactly(1L);
    assertThat(search.in("so \uD83D\uDE21!")).isEmpty();
    assertThat(search.in("a -- b")).containsExactly(2L);
  }

  @Test
  void nothingIsFoundWhereNothingIsHidden() {
    assertThat(LeakSearch.of(Stream.empty()).in("anything at all")).isEmpty();
    assertThat(hiding("", "  ").in("anything at all")).isEmpty();
  }

  @Property(tries = 200)
  void everyLongRunOfAWithheldTextIsFound(
      @ForAll @IntRange(min = 1, max = 60) int length, @ForAll @IntRange(max = 59) int from) {
    List<String> words = IntStream.range(0, length).mapToObj(i -> "word" + i).toList();
    int start = Math.min(from, Math.max(0, length - LeakSearch.SURE));
    List<String> run = words.subList(start, Math.min(length, start + LeakSearch.SURE));

    assertThat(hiding(String.join(" ", words)).in("So: " + String.join(" / ", run) + "."))
        .containsExactly(1L);
  }

  @Property(tries = 200)
  void shortRunsOfALongTextAreNotTakenForIt(@ForAll @IntRange(min = 7, max = 60) int length) {
    String text =
        IntStream.range(0, length).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    String start = Arrays.stream(text.split(" ")).limit(5).collect(Collectors.joining(" "));

    assertThat(hiding(text).in(start)).isEmpty();
  }
}
