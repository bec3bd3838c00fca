package hallmonitor.moderation.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.search.SearchTerm.Match;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What people type into the search, and what it means. */
class SearchTermsTest {
  @Test
  void wordsAreInSmallLettersAndPhrasesStayTogether() throws SearchMistake {
    assertThat(SearchTerms.of("  Canción “The School’s Board” -Musical "))
        .containsExactly(
            new SearchTerm(List.of("canción"), Match.FORMS, false),
            new SearchTerm(List.of("the", "schools", "board"), Match.FORMS, false),
            new SearchTerm(List.of("musical"), Match.FORMS, true));
  }

  @Test
  void aStarEndsABeginningAndATildeAsksForNearWords() throws SearchMistake {
    assertThat(SearchTerms.of("suspen* principle~ -\"spring break\""))
        .containsExactly(
            new SearchTerm(List.of("suspen"), Match.BEGINNING, false),
            new SearchTerm(List.of("principle"), Match.NEAR, false),
            new SearchTerm(List.of("spring", "break"), Match.FORMS, true));
  }

  @Test
  void whatBelongsTogetherWithoutSpacesIsAPhrase() throws SearchMistake {
    assertThat(SearchTerms.of("maple.example.org"))
        .containsExactly(new SearchTerm(List.of("maple", "example", "org"), Match.FORMS, false));
  }

  @Test
  void signsWithoutALetterAreSkippedBesideWords() throws SearchMistake {
    assertThat(SearchTerms.of("Mr. & Mrs. - \"!\" :) *"))
        .containsExactly(
            new SearchTerm(List.of("mr"), Match.FORMS, false),
            new SearchTerm(List.of("mrs"), Match.FORMS, false));
  }

  @Test
  void everyMistakeNamesItsPlace() {
    assertMistake("bus \"late", "The quotation mark at character 5 is not closed.");
    assertMistake(" !! ?", "There is no letter and no digit to search for at character 2.");
    assertMistake("-", "There is no letter and no digit to search for at character 1.");
    assertMistake("bus a*", "Enter at least 2 letters before the * at character 6.");
    assertMistake("bus ab~", "Enter one word of 4 to 20 letters before the ~ at character 7.");
    assertMistake("-bus", "Add a word to find: there are only words to leave out.");
    assertMistake("bus ".repeat(21), "Search for at most 20 words at once.");
    assertMistake("b".repeat(301), "Enter at most 300 characters to search for.");
  }

  private static void assertMistake(String typed, String said) {
    assertThatThrownBy(() -> SearchTerms.of(typed))
        .isInstanceOf(SearchMistake.class)
        .hasMessageStartingWith(said);
  }

  @Property
  void anythingIsReadOrRefusedInWords(@ForAll String typed) {
    try {
      SearchTerms.of(typed);
    } catch (SearchMistake e) {
      assertThat(e.sentence().toString()).isNotEmpty();
    }
  }
}
