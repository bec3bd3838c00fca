package hallmonitor.moderation.casework.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Which words are nearly the same. */
class NearWordsTest {
  private static boolean meet(String one, String other) {
    return !Collections.disjoint(NearWords.rests(one), NearWords.rests(other))
        && NearWords.isNear(one, other);
  }

  @Test
  void aLetterMoreLessOtherOrSwappedIsNear() {
    assertThat(meet("school", "schol")).isTrue();
    assertThat(meet("school", "scho0ol")).isTrue();
    assertThat(meet("school", "schoul")).isTrue();
    assertThat(meet("school", "shcool")).isTrue();
  }

  @Test
  void longWordsMayDifferTwice() {
    assertThat(meet("principle", "principal")).isTrue();
    assertThat(meet("superintendent", "superintendant")).isTrue();
  }

  @Test
  void otherWordsAreNotNear() {
    assertThat(meet("school", "pool")).isFalse();
    assertThat(meet("late", "gate")).isTrue();
    assertThat(meet("late", "gates")).isFalse();
  }

  @Test
  void shortWordsAndNumbersHaveNoNeighbors() {
    assertThat(NearWords.isPossible("bus")).isFalse();
    assertThat(NearWords.isPossible("route66")).isFalse();
    assertThat(NearWords.isPossible("school")).isTrue();
  }
}
