package hallmonitor.messaging.picture.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** At which seconds a video is looked at. */
class FrameTimesTest {
  @Test
  void theyGoFromTheFirstSecondToTheLast() {
    assertThat(FrameTimes.of(10, 5)).containsExactly(0, 2, 4, 7, 9);
    assertThat(FrameTimes.of(60.5, 5)).containsExactly(0, 15, 30, 45, 60);
  }

  @Test
  void ofALongVideoTheFirstThreeMinutesAreLookedAt() {
    assertThat(FrameTimes.of(36_000, 5)).containsExactly(0, 45, 90, 135, 180);
  }

  @Test
  void aSecondComesOnce() {
    assertThat(FrameTimes.of(0.04, 5)).containsExactly(0);
    assertThat(FrameTimes.of(0, 5)).containsExactly(0);
    assertThat(FrameTimes.of(3, 5)).containsExactly(0, 1, 2);
  }

  @Test
  void oneFrameIsOfTheMiddle() {
    assertThat(FrameTimes.of(10, 1)).containsExactly(4);
  }
}
