package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final Duration PAUSE = Duration.ofSeconds(3);

  @Test
  void theSameSeedPlansTheSame() {
    assertThat(FaultPlan.of(7, 100, PAUSE)).isEqualTo(FaultPlan.of(7, 100, PAUSE));
    assertThat(FaultPlan.of(7, 100, PAUSE)).isNotEqualTo(FaultPlan.of(8, 100, PAUSE));
  }

  @Test
  void aShorterRunIsTheBeginningOfALongerOne() {
    assertThat(FaultPlan.of(7, 100, PAUSE))
        .startsWith(FaultPlan.of(7, 20, PAUSE).toArray(PlannedFault[]::new));
  }

  @Test
  void eachKindOccursBeforeAnyOccursAgain() {
    List<FaultKind> kinds =
        FaultPlan.of(7, FaultKind.values().length, PAUSE).stream().map(PlannedFault::kind).toList();

    assertThat(kinds).containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void theNetworkOfTheDatabaseIsGoneForLongerThanTheDriverWaits() {
    assertThat(FaultPlan.of(7, 100, PAUSE))
        .filteredOn(fault -> fault.kind() == FaultKind.VANISH_DATABASE)
        .isNotEmpty()
        .allMatch(fault -> fault.length().compareTo(Duration.ofSeconds(80)) > 0);
  }

  @Test
  void aFreezeLastsLongerThanSessionsAndLeases() {
    assertThat(FaultPlan.of(7, 100, PAUSE))
        .allMatch(fault -> fault.length().compareTo(Duration.ofSeconds(6)) > 0);
  }
}
