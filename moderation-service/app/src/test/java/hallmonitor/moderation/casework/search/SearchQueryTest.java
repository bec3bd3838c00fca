package hallmonitor.moderation.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text is found by, and what is marked in it. */
class SearchQueryTest {
  private static SearchQuery query(String typed) throws SearchMistake {
    return new SearchQuery(
        SearchTerms.of(typed), Map.of("principle", Set.of("principle", "principal")));
  }

  private static List<String> marked(String typed, String text) throws SearchMistake {
    return query(typed).marks(text).stream()
        .map((Span span) -> text.substring(span.from(), span.to()))
        .collect(Collectors.toList());
  }

  @Test
  void wordsAreMarkedInAnyFormOfBothLanguages() throws SearchMistake {
    assertThat(marked("suspend", "They SUSPENDED him, suspending nobody else."))
        .containsExactly("SUSPENDED", "suspending");
    assertThat(marked("maestra", "Las maestras y los maestros"))
        .containsExactly("maestras", "maestros");
  }

  @ParameterizedTest
  @CsvSource({
    "suspender, suspendió",
    "suspendió, suspender",
    "salir, salió",
    "murieron, murió",
    "hablar, hablaría",
    "publicar, publicación",
    "publicación, publicar",
    "suspender, suspendio\u0301",
    "publicacion, PUBLICACIÓN"
  })
  void spanishVerbsAreFoundInFormsThatDifferByAccents(String typed, String text)
      throws SearchMistake {
    assertThat(marked(typed, text)).containsExactly(text);
  }

  @Test
  void accentsAndDisguisesMakeNoDifference() throws SearchMistake {
    assertThat(marked("cancion", "¡La CANCIÓN, ｃａｎｃｉｏｎ y can\u200bción!"))
        .containsExactly("CANCIÓN", "ｃａｎｃｉｏｎ", "can\u200bción");
  }

  @Test
  void beginningsAndNearWordsAreMarkedAndWhatIsLeftOutIsNot() throws SearchMistake {
    assertThat(marked("sus* principle~ -late", "Suspended by the principal, too late"))
        .containsExactly("Suspended", "principal");
  }

  @Test
  void emojiAreWords() throws SearchMistake {
    assertThat(marked("💀", "ha 💀💀")).containsExactly("💀", "💀");
  }

  @Test
  void aQueryIsOneConditionOverWordsAuthorAndTags() throws SearchMistake {
    assertThat(query("\"bus line\" -late").by("Dana R").with(EntryTag.ACCOUNT, "o'hara").text())
        .isEqualTo(
            "(('bus') <-> ('line' | 'lin')) & !(('late' | 'lat')) & '@dana':* & '@r':* & '#AC:o''hara'");
  }

  @Test
  void frequentBeginningsAreOnlyComparedWithWhatTheRestFinds() throws SearchMistake {
    SearchQuery query = query("bus* bell -sch*").by("Dana");
    assertThat(query.beginnings()).containsExactlyInAnyOrder("bus", "@dana");

    Set<String> frequent = Set.of("@dana");
    assertThat(query.lookedUp(frequent)).isEqualTo("('bus':*) & (('bell')) & !('sch':*)");
    assertThat(query.compared(frequent)).isEqualTo("'@dana':*");
    assertThat(query.lookedUp(Set.of())).isEqualTo(query.text());
    assertThat(query.compared(Set.of())).isEmpty();
  }

  @Test
  void frequentBeginningsAreLookedUpIfNothingElseIsAskedFor() throws SearchMistake {
    SearchQuery query = query("bus* -late").by("Dana");
    Set<String> frequent = Set.of("@dana", "bus");
    assertThat(query.lookedUp(frequent)).isEqualTo(query.text());
    assertThat(query.compared(frequent)).isEmpty();
  }

  @Test
  void lexemesKeepTheirPlacesAndHostileTextIsOnlyText() {
    EntryWords words = new EntryWords(new WordForms()).text("Bus'); drop bus").author("O'Hara");
    assertThat(words.tag(EntryTag.CLAUSE, "2.1'\\").lexemes())
        .isEqualTo(" 'bus':1,3 'drop':2 '@ohara' '#CL:2.1''\\\\'");
  }

  @Property
  void accentsAreAllThatSetsTheTwoSpellingsOfAWordApart(
      @ForAll @Chars({'ñ', 'Ó', 'o', '\u0301', '\u0303', 'İ', 'ª', 'ﬁ', 'Σ', '\u200b', ' '})
          String text) {
    assertThat(SearchWord.of(text))
        .allMatch(word -> SearchWord.fold(word.accented()).equals(word.folded()));
  }

  @Property
  void noTextMakesAnEntryThatPostgresRefuses(@ForAll String text) {
    assertThat(new EntryWords(new WordForms()).text(text).lexemes())
        .matches("(?s)( '[^'\\\\]+':[0-9,]+)*");
  }
}
