package hallmonitor.moderation.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void shorterWaitsAreBetter() {
    assertThat(Trend.ofWaits(120d, 600d).tone()).isEqualTo("better");
    assertThat(Trend.ofWaits(600d, 120d).tone()).isEqualTo("worse");
    assertThat(Trend.ofWaits(120d, 600d).words()).hasToString("10 min the week before");
  }

  @Test
  void aTenthMoreOrLessIsTheSame() {
    assertThat(Trend.ofWaits(108d, 100d).tone()).isEmpty();
  }

  @Test
  void aWeekWithoutAnswersIsCompared() {
    assertThat(Trend.ofWaits(null, 7800d).words()).hasToString("2 h 10 min the week before");
    assertThat(Trend.ofWaits(60d, null)).isEqualTo(Trend.NONE);
  }
}
