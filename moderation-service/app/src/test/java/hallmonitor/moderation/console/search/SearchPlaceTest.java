package hallmonitor.moderation.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page begins, as it stands in an address. */
class SearchPlaceTest {
  private static SearchPlace at(String moment) {
    return new SearchPlace(Instant.parse(moment), "practice", "c1", "comment", "1");
  }

  @Test
  void aPlaceIsReadAsItWasWritten() {
    SearchPlace place = at("2026-11-30T12:00:00.123456Z");
    assertThat(SearchPlace.parse(place.toString())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31T00:00:00Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
  void momentsThatPostgresDoesNotKnowAreNoPlace(String moment) {
    assertThat(SearchPlace.parse(at(moment).toString())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "%%", "MjAyNg"})
  void anythingElseIsNoPlace(String text) {
    assertThat(SearchPlace.parse(text)).isEmpty();
  }
}
