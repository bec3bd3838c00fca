package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleConfig.SecondFactor;
import hallmonitor.moderation.console.access.Session.Way;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @EnumSource
  void aSessionIsReadAsItWasWritten(Way way) {
    Session session = new Session("da-na.reyes", NOON, way);

    assertThat(Session.parse(session.getName())).contains(session);
  }

  /** Includes the content of the other cookies under the same key. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "novak", "x:novak", "admin-1:novak", "-1:novak", "flow|a|b|c|/1:novak"})
  void whatIsNoSessionIsNone(String text) {
    assertThat(Session.parse(text)).isEmpty();
  }

  @Test
  void itEndsByItselfAndHalfOfOneMuchSooner() {
    ConsoleUser novak = person("moderator", false);

    assertThat(holds(Way.PASSWORD, novak, Duration.ofHours(12).minusSeconds(1))).isTrue();
    assertThat(holds(Way.PASSWORD, novak, Duration.ofHours(12))).isFalse();
    assertThat(holds(Way.SINGLE_SIGN_ON, novak, Duration.ofHours(12))).isFalse();
    assertThat(holds(Way.HALF, novak, Duration.ofMinutes(5).minusSeconds(1))).isTrue();
    assertThat(holds(Way.HALF, novak, Duration.ofMinutes(5))).isFalse();
  }

  @Test
  void aRuleForAdministratorsLeavesModeratorsAlone() {
    Session session = new Session("novak", NOON, Way.PASSWORD);
    SecondFactor rule = SecondFactor.REQUIRED_FOR_ADMINISTRATORS;

    assertThat(SignInStep.before(person("administrator", false), session, rule))
        .contains(SignInStep.SECOND_FACTOR);
    assertThat(SignInStep.before(person("administrator", true), session, rule)).isEmpty();
    assertThat(SignInStep.before(person("moderator", false), session, rule)).isEmpty();
    assertThat(SignInStep.before(person("moderator", false), session, SecondFactor.REQUIRED))
        .contains(SignInStep.SECOND_FACTOR);
  }

  private static boolean holds(Way way, ConsoleUser person, Duration later) {
    return new Session("novak", NOON, way).holdsFor(person, NOON.plus(later));
  }

  private static ConsoleUser person(String role, boolean secondFactor) {
    ConsoleUser person = new ConsoleUser("novak", "Petra Novak", "", Access.everywhere(role));
    person.createdAt = NOON;
    person.secondFactor = secondFactor;
    return person;
  }
}
