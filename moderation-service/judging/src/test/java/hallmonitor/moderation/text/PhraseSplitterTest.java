package hallmonitor.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhraseSplitterTest {
  private final PhraseSplitter<String> phrases = new PhraseSplitter<>();

  private List<String> in(String text) {
    return phrases.in(text).stream().map(PhraseSplitter.Match::phrase).toList();
  }

  private void add(String... all) {
    for (String phrase : all) {
      phrases.add(phrase, phrase.toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void aPhraseIsFoundWhateverItsCapitalsAccentsAndHyphens() {
    add("off topic", "crítica", "baño*");
    assertThat(in("Off-Topic comments")).containsExactly("off topic");
    assertThat(in("la CRITICA dura")).containsExactly("crítica");
    assertThat(in("los baños, un bano")).containsExactly("baño*");
  }

  @Test
  void theLongestPhraseAtAPlaceIsTaken() {
    add("school", "school board*", "board");
    assertThat(in("the school boards, the school and a board"))
        .containsExactly("school board*", "school", "board");
  }

  @Test
  void aStarWithinAPhraseIsTheEndOfThatWord() {
    add("harm* the school");
    assertThat(in("it harms the school")).hasSize(1);
    assertThat(in("it harms the old school")).isEmpty();
  }

  @Test
  void wholeWordsAreNotFoundWithinOthers() {
    add("art", "she's");
    assertThat(in("start the party; she's artful")).containsExactly("she's");
  }

  @Test
  void aMatchSaysWhereItIsAndWhatItStandsFor() {
    add("well done");
    assertThat(phrases.in("so well done"))
        .containsExactly(new PhraseSplitter.Match<>("well done", "WELL DONE", 1, 2));
  }

  @Test
  void whatIsNoWordCannotBeAdded() {
    assertThatThrownBy(() -> phrases.add("a & b", "")).hasMessageContaining("'&'");
  }
}
