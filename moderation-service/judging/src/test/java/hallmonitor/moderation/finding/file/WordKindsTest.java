package hallmonitor.moderation.finding.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordKindsTest {
  @Test
  void aKindHasTheWordsOfAllItsLinesAndAnUnderscoreIsASpace() {
    WordKinds kinds = WordKinds.read("/lexicon/signing.txt");
    assertThat(kinds.of("closing")).contains("sincerely", "fondly");
    assertThat(kinds.of("opens-says")).contains("i am", "soy");
  }

  @Test
  void aLineWithoutAKindIsToldByItsPlace() {
    assertThatThrownBy(() -> WordKinds.read("/lexicon/quoted.txt"))
        .hasMessageContaining("lexicon/quoted.txt:");
  }

  @Test
  void aKindThatTheFileDoesNotHaveIsToldByItsName() {
    assertThatThrownBy(() -> WordKinds.read("/lexicon/signing.txt").of("farewell"))
        .hasMessageContaining("/lexicon/signing.txt")
        .hasMessageContaining("farewell");
  }
}
