package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.escalations.DutyInput.Terms;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a duty takes only answers that can be true. */
class DutyInputTest {
  private static final Terms TERMS =
      new Terms(
          Instant.parse("2026-11-28T20:00:30Z"),
          Instant.parse("2026-11-28T21:10:00Z"),
          ZoneId.of("America/Chicago"));

  @Test
  void nowIsThisMinuteInTheDistrictsTime() {
    DutyInput now = sent("called-at", "now", "", "");

    assertThat(now.checked(true, TERMS).isWrong()).isFalse();
    assertThat(now.stored(TERMS)).isEqualTo("2026-11-28T15:10-06:00");
    assertThat(DutyInput.saved("called-at", "2026-11-28T15:10-06:00").value())
        .isEqualTo("2026-11-28T15:10");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T14:00, ''",
    "2026-11-28T15:10, ''",
    "2026-11-28T15:12, This time is in the future. Enter the time when it was done.",
    "2026-11-28T13:59, This is before the comment was written. Check the date and the time.",
    "'Tonight, 21:14', 'Choose a date and a time, such as Nov 28, 2026, 3:10 PM.'",
    "'', 'Choose a date and a time, such as Nov 28, 2026, 3:10 PM.'"
  })
  void aTimeLiesBetweenTheCommentAndNow(String typed, String problem) {
    assertThat(sent("called-at", "given", typed, "").checked(false, TERMS).error().toString())
        .isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2241877", "IL-20931", "A 77/2026"})
  void aNumberIsTakenAsItWasGiven(String typed) {
    DutyInput number = sent("call-id", "given", typed, "");

    assertThat(number.checked(true, TERMS).isWrong()).isFalse();
    assertThat(number.stored(TERMS)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "later", "--", "<b>1</b>"})
  void whatIsNoNumberIsRefused(String typed) {
    assertThat(sent("call-id", "given", typed, "").checked(false, TERMS).error().toString())
        .startsWith("Enter the number as you were given it");
  }

  @Test
  void whatIsLeftOutHasAReasonAndWhatIsNotYetDoneKeepsTheDutyOpen() {
    assertThat(sent("sent-at", "left-out", "", "").checked(false, TERMS).isWrong()).isTrue();
    DutyInput none = sent("sent-at", "left-out", "", "The hotline sent it.");
    assertThat(none.checked(true, TERMS).isWrong()).isFalse();
    assertThat(DutyInput.saved("sent-at", none.stored(TERMS))).isEqualTo(none);

    assertThat(sent("sent-at", "later", "", "").checked(false, TERMS).isWrong()).isFalse();
    assertThat(sent("sent-at", "later", "", "").checked(true, TERMS).isWrong()).isTrue();
  }

  private static DutyInput sent(String name, String how, String value, String why) {
    return DutyInput.sent(name, how, value, why);
  }
}
