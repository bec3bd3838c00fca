package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.answer.HiddenText;
import hallmonitor.moderation.casework.answer.LeakSearch;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A number in what the program writes is nobody's; other words beside it are. */
class OwnWordsTest {
  private static final Set<String> OWN = Set.of("20 U.S.C. 1232g", "Sec. 5");

  private static Set<Long> found(String hidden, String text) {
    return found(OWN, hidden, text);
  }

  private static Set<Long> found(Set<String> own, String hidden, String text) {
    LeakSearch search = LeakSearch.of(Stream.of(new HiddenText(1, hidden)));
    return new OwnWords(search, own).besides(text);
  }

  @Test
  void aHiddenNumberIsNotFoundInALaw() {
    assertThat(found("20", "Withheld: 20 U.S.C.\n1232g.")).isEmpty();
    assertThat(found("20", "Withheld: 20 U.S.C. 1232g. Bus 20")).containsExactly(1L);
  }

  @Test
  void wordsThatWereRedactedTogetherWithALawAreFound() {
    String redacted = "20 U.S.C. 1232g: Tom Reyes";

    assertThat(found(redacted, "He wrote " + redacted)).containsExactly(1L);
  }

  @Test
  void aLawIsNotCutOutOfALongerNumber() {
    assertThat(found("512 Elm", "She lives in Sec. 512 Elm Street")).containsExactly(1L);
  }

  @Test
  void theLongestOfOwnWordsIsCutOutAndWhatIsHiddenAroundThemIsFound() {
    Set<String> own = Set.of("Sec. 5", "Sec. 5 and 20");

    assertThat(found(own, "20", "Sec. 5 and 20 of 2026")).isEmpty();
    assertThat(found(own, "Ana Ruiz", "Ana\nSec. 5\nRuiz")).as("a page ends there").contains(1L);
  }

  /** A letter of 100,000 records can name thousands that are withheld, in one line. */
  @Test
  void thousandsOfNumbersInOneLineAreOwnWordsToo() {
    String records =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(number -> "" + (7 * number))
            .collect(Collectors.joining(", ", "Withheld: records ", ""));
    String letter = "Dear Dana Reyes.\n" + records.replace(", 7", ",\n7") + "\nBus 7";

    assertThat(found(Set.of(records), "700", letter)).isEmpty();
    assertThat(found(Set.of(records), "Bus 7", letter)).containsExactly(1L);
  }
}
