package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.answer.HiddenText;
import hallmonitor.moderation.casework.answer.LeakSearch;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A number in what the program writes is nobody's; other words beside it are. */
class OwnWordsTest {
  private static final OwnWords OWN = new OwnWords(Set.of("20 U.S.C. 1232g", "Sec. 5"));

  private static Set<Long> found(String hidden, String text) {
    return OWN.besides(LeakSearch.of(Stream.of(new HiddenText(1, hidden))), text);
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
}
