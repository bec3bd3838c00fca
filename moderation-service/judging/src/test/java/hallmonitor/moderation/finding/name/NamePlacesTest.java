package hallmonitor.moderation.finding.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamePlacesTest {
  private static List<String> names(String text) {
    return NamePlaces.in(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void everyNameIsFoundWithItsFamilyNames() {
    assertThat(names("Ask Nora Finch or José María Núñez Soto, and Nora's mom"))
        .containsExactly("Nora Finch", "José María Núñez Soto", "Nora");
  }

  @Test
  void aTitleIsPartOfTheName() {
    assertThat(names("Mr. Ricks told Toby Wren to wait")).containsExactly("Mr. Ricks", "Toby Wren");
    assertThat(names("Mr. Toby Wren lives there")).containsExactly("Mr. Toby Wren");
  }

  @Test
  void aNameIsFoundWhereverItStandsInALongText() {
    String filler = "and the bus was late again that day so we all walked home in the rain ";
    for (int words = 0; words < 40; words++) {
      String text = "so ".repeat(words) + filler.repeat(12) + "with Toby Wren " + filler.repeat(9);

      assertThat(names(text)).as("after %s words", words).containsExactly("Toby Wren");
    }
  }

  @Test
  void aTextWithoutNamesHasNone() {
    assertThat(names("")).isEmpty();
    assertThat(names("the bus was late 😀 ... ")).isEmpty();
  }
}
