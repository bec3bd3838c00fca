package hallmonitor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupPlanTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final LocalTime TWO = LocalTime.of(2, 0);

  /** 9 in the morning, seven hours after the copy was due. */
  private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");

  @Test
  void theFirstCopyIsDueAtOnce() {
    assertThat(BackupPlan.due(Optional.empty(), false, TWO, ZONE, NOW)).isTrue();
  }

  @Test
  void oneCopyADayIsEnough() {
    assertThat(due(Duration.ofHours(6), false)).isFalse();
  }

  @Test
  void aCopyThatWasMissedWhileTheMachineWasOffIsDueAtTheStart() {
    assertThat(due(Duration.ofHours(8), false)).isTrue();
  }

  @Test
  void beforeItsHourTheCopyOfTheDayBeforeCounts() {
    Instant early = Instant.parse("2026-11-30T07:30:00Z");
    Instant yesterday = Instant.parse("2026-11-29T08:00:05Z");
    assertThat(BackupPlan.due(Optional.of(yesterday), false, TWO, ZONE, early)).isFalse();
  }

  @Test
  void afterAGapInTheLogACopyIsDueAtOnce() {
    assertThat(due(Duration.ofMinutes(1), true)).isTrue();
  }

  @Test
  void nothingIsWrongWhileCopiesAndLogArrive() {
    assertThat(trouble(Optional.empty(), Duration.ofHours(20), Optional.empty())).isEmpty();
  }

  @Test
  void aFailureIsSaidWithItsReason() {
    assertThat(trouble(Optional.of("the disk is full"), Duration.ofHours(1), Optional.empty()))
        .hasValueSatisfying(said -> assertThat(said).contains("the disk is full"));
  }

  @Test
  void aCopyThatIsTooOldIsATroubleEvenIfNothingFailed() {
    assertThat(trouble(Optional.empty(), Duration.ofHours(27), Optional.empty()))
        .hasValueSatisfying(said -> assertThat(said).contains("27 hours old"));
  }

  @Test
  void changesThatWaitForTheArchiveLongerThanFiveMinutesAreATrouble() {
    assertThat(trouble(Optional.empty(), Duration.ofHours(1), Optional.of(Duration.ofMinutes(6))))
        .hasValueSatisfying(said -> assertThat(said).contains("6 minutes"));
    assertThat(trouble(Optional.empty(), Duration.ofHours(1), Optional.of(Duration.ofMinutes(4))))
        .isEmpty();
  }

  @Test
  void changesThatWaitAreUrgentOnceTheyNearlyFillTheDisk() {
    long gigabyte = 1_000_000_000L;
    assertThat(stopsSoon(6, 20 * gigabyte, 100 * gigabyte)).isFalse();
    assertThat(stopsSoon(6, 9 * gigabyte, 100 * gigabyte)).isTrue();
    assertThat(stopsSoon(6, 4 * gigabyte, 20 * gigabyte)).isTrue();
    assertThat(stopsSoon(4, gigabyte, 100 * gigabyte)).isFalse();
  }

  private static boolean stopsSoon(int minutes, long free, long size) {
    return BackupPlan.stopsSoon(
        Optional.of(NOW.minus(Duration.ofMinutes(minutes))), free, size, NOW);
  }

  private static boolean due(Duration ago, boolean gap) {
    return BackupPlan.due(Optional.of(NOW.minus(ago)), gap, TWO, ZONE, NOW);
  }

  private static Optional<String> trouble(
      Optional<String> failure, Duration newest, Optional<Duration> waiting) {
    return BackupPlan.trouble(
        failure,
        Optional.of(NOW.minus(newest)),
        NOW.minus(Duration.ofDays(9)),
        waiting.map(NOW::minus),
        NOW);
  }
}
