package hallmonitor.moderation.console.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.ServiceBeat.Trouble;
import hallmonitor.messaging.beat.Hearing;
import hallmonitor.messaging.beat.SilenceLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnTroublesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:30:00Z");
  private static final SilenceLimits LIMITS =
      new SilenceLimits(Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(10));

  @Test
  void whileTheNotifierLivesThisServiceTellsNothing() {
    assertThat(of(heard(5), heard(5)))
        .containsOnlyKeys("broker", "silent/notifier", "untold")
        .allSatisfy((subject, why) -> assertThat(why).isEmpty());
  }

  @Test
  void aSilentNotifierIsToldAndAStartingOneIsNot() {
    assertThat(of(heard(5), heard(61)).get("silent/notifier")).isPresent();
    assertThat(of(heard(5), unheard(170))).doesNotContainKey("silent/notifier");
  }

  @Test
  void ifTheBrokerIsGoneOnlyThatIsTold() {
    Map<String, Optional<String>> known = of(heard(61), heard(61));

    assertThat(known).containsOnlyKeys("broker");
    assertThat(known.get("broker").orElseThrow()).contains("Kafka");
  }

  @Test
  void whatTheNotifierCouldTellNobodyForFiveMinutesIsToldHere() {
    assertThat(of(heard(5), heard(5, untold(301))).get("untold")).contains("No mail.");
    assertThat(of(heard(5), heard(5, untold(299))).get("untold")).isEmpty();
  }

  @Test
  void duringAnAnnouncedStopNothingIsKnown() {
    assertThat(OwnTroubles.of(heard(5), heard(300), LIMITS, true, NOW)).isEmpty();
  }

  @Test
  void peopleAreToldAgainAfterTwiceAsLongEachTime() {
    assertThat(TellingRounds.at(Duration.ZERO)).isZero();
    assertThat(TellingRounds.at(Duration.ofMinutes(29))).isZero();
    assertThat(TellingRounds.at(Duration.ofMinutes(30))).isEqualTo(1);
    assertThat(TellingRounds.at(Duration.ofMinutes(89))).isEqualTo(1);
    assertThat(TellingRounds.at(Duration.ofMinutes(90))).isEqualTo(2);
    assertThat(TellingRounds.at(Duration.ofHours(96)) - TellingRounds.at(Duration.ofHours(84)))
        .isEqualTo(1);
  }

  private static Map<String, Optional<String>> of(Hearing own, Hearing notifier) {
    return OwnTroubles.of(own, notifier, LIMITS, false, NOW);
  }

  private static Trouble untold(int seconds) {
    return new Trouble("mail", "No mail.", true, NOW.minusSeconds(seconds), false);
  }

  private static Hearing unheard(int seconds) {
    return new Hearing(Optional.empty(), false, Duration.ofSeconds(seconds));
  }

  private static Hearing heard(int seconds, Trouble... troubles) {
    ServiceBeat beat =
        new ServiceBeat(
            "notifier",
            UUID.randomUUID(),
            NOW,
            NOW,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(troubles),
            Optional.empty(),
            Optional.empty());
    return new Hearing(Optional.of(beat), true, Duration.ofSeconds(seconds));
  }
}
