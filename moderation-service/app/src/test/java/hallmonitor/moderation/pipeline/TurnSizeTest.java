package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A turn lasts about a quarter of a second, whatever its comments cost. */
class TurnSizeTest {
  private final TurnSize size = new TurnSize(4, 32, 256);

  private void eachTakes(Duration time) {
    for (int turn = 0; turn < 30; turn++) {
      size.took(size.comments(), time.multipliedBy(size.comments()));
    }
  }

  @Test
  void theFirstTurnHasItsNumber() {
    assertThat(size.comments()).isEqualTo(32);
  }

  @Test
  void itFillsAQuarterOfASecond() {
    eachTakes(Duration.ofMillis(5));
    assertThat(size.comments()).isBetween(49, 51);

    eachTakes(Duration.ofMillis(10));
    assertThat(size.comments()).isBetween(24, 26);
  }

  @Test
  void itHasItsFewestHoweverLongTheyTakeAndItsMostHoweverFastTheyAre() {
    eachTakes(Duration.ofSeconds(4));
    assertThat(size.comments()).isEqualTo(4);

    eachTakes(Duration.ofNanos(1));
    assertThat(size.comments()).isEqualTo(256);
  }

  @Test
  void oneSlowTurnMakesTheNextOneShorterAtOnce() {
    eachTakes(Duration.ofMillis(1));
    int before = size.comments();
    size.took(before, Duration.ofSeconds(10));
    assertThat(size.comments()).isLessThan(before / 2);
  }

  @Test
  void theMostIsLessThanTheFewestIfATurnMayHaveNoMore() {
    assertThat(new TurnSize(50, 50, 10).comments()).isEqualTo(10);
  }
}
