package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchedWords;
import hallmonitor.moderation.text.language.Language;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was disposed of is not found any more, and leaves no word behind. */
class DisposedSearchTest {
  private final OldArchive archive = new OldArchive();
  private final SearchIndex index =
      new SearchIndex(archive.database.jdbi(), text -> Language.UNKNOWN);

  private void catchUp() throws SQLException {
    while (index.step()) {
      // Until nothing is due.
    }
  }

  private String words() {
    return archive.one("select coalesce(string_agg(word, ' ' order by word), '') from search_word");
  }

  @Test
  void itsEntriesAndItsWordsGoAndThoseOfOthersStay() throws SQLException {
    archive.allowed("1", "2027-03-04");
    archive.revision("practice", "1", "2", "Secret text", "2027-03-05T17:00:00Z");
    archive.allowed("2", "2029-03-04");
    catchUp();
    assertThat(words()).isEqualTo("secret text");

    archive.carryOut(archive.approved(ALLOWED_COMMENTS));

    assertThat(archive.one("select string_agg(distinct item_id, ' ') from search_entry"))
        .isEqualTo("2");
    Set<String> near = archive.database.jdbi().withHandle(h -> SearchedWords.near(h, "secrat"));
    assertThat(near).containsExactly("secrat");
    catchUp();
    assertThat(words()).isEqualTo("text");
  }

  @Test
  void whatWaitsForTheSearchMeanwhileIsNotAddedAgain() throws SQLException {
    archive.allowed("1", "2027-03-04");

    archive.carryOut(archive.approved(ALLOWED_COMMENTS));
    catchUp();

    assertThat(archive.one("select count(*)::text from search_entry")).isEqualTo("0");
    assertThat(archive.one("select count(*)::text from search_due")).isEqualTo("0");
  }
}
