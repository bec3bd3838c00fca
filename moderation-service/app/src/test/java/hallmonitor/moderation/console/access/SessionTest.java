package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import hallmonitor.moderation.console.access.Session.Way;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @EnumSource
  void howSomebodySignedInIsReadAsItWasWritten(Way way) {
    assertThat(Way.of(way.code())).isEqualTo(way);
  }

  @Test
  void itEndsByItselfAndHalfOfOneMuchSooner() {
    assertThat(holds(Way.PASSWORD, Duration.ofHours(12).minusSeconds(1))).isTrue();
    assertThat(holds(Way.PASSWORD, Duration.ofHours(12))).isFalse();
    assertThat(holds(Way.SINGLE_SIGN_ON, Duration.ofHours(12))).isFalse();
    assertThat(holds(Way.HALF, Duration.ofMinutes(5).minusSeconds(1))).isTrue();
    assertThat(holds(Way.HALF, Duration.ofMinutes(5))).isFalse();
  }

  @Test
  void aRuleForAdministratorsLeavesModeratorsAlone() {
    Session session = new Session("id", "novak", NOON, Way.PASSWORD);
    SecondFactor rule = SecondFactor.REQUIRED_FOR_ADMINISTRATORS;

    assertThat(SignInStep.before(person("administrator", false), session, rule))
        .contains(SignInStep.SECOND_FACTOR);
    assertThat(SignInStep.before(person("administrator", true), session, rule)).isEmpty();
    assertThat(SignInStep.before(person("moderator", false), session, rule)).isEmpty();
    assertThat(SignInStep.before(person("moderator", false), session, SecondFactor.REQUIRED))
        .contains(SignInStep.SECOND_FACTOR);
  }

  private static boolean holds(Way way, Duration later) {
    return new Session("id", "novak", NOON, way).holds(NOON.plus(later));
  }

  private static ConsoleUser person(String role, boolean secondFactor) {
    ConsoleUser person = new ConsoleUser("novak", "Petra Novak", "", Access.everywhere(role));
    person.secondFactor = secondFactor;
    return person;
  }
}
