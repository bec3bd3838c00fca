package hallmonitor.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.faults.ClockReader.ConversationRow;
import hallmonitor.system.faults.ClockReader.StepRow;
import hallmonitor.system.history.ClockHistory.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClockReaderTest {
  private static final Instant RAISED = Instant.parse("2026-12-01T08:00:00Z");
  private static final String CLOCK =
      UUID.nameUUIDFromBytes("acknowledge/e".getBytes(UTF_8)).toString();

  @Test
  void theReminderIsDueBeforeTheClockOfThosePeopleEnds() {
    assertThat(steps("open", started(0, 40)))
        .containsExactly(new Step(RAISED, Optional.of(at(FaultSettings.STEP_SECONDS))));
  }

  @Test
  void theNextPeopleAreDueAfterTheReminder() {
    assertThat(steps("open", started(0, 40), entry("reminded", 21)))
        .contains(new Step(at(21), Optional.of(at(21 + FaultSettings.STEP_SECONDS))));
  }

  @Test
  void nothingIsDueAfterTheEnd() {
    assertThat(steps("closed", started(0, 40), entry("closed", 30)))
        .endsWith(new Step(at(30), Optional.empty()));
  }

  private static List<Step> steps(String state, StepRow... entries) {
    return ClockReader.history(new ConversationRow("e", RAISED, state), List.of(entries)).steps();
  }

  private static StepRow started(int second, int end) {
    return new StepRow(
        "e", "clock-started", at(second), "escalation/e/clock-started/" + CLOCK + "/" + at(end));
  }

  private static StepRow entry(String kind, int second) {
    return new StepRow("e", kind, at(second), "escalation/e/" + kind + "/" + at(second));
  }

  private static Instant at(int second) {
    return RAISED.plusSeconds(second);
  }
}
