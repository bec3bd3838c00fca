package hallmonitor.moderation.casework.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleChainTest {
  private static final Instant START = Instant.parse("2026-11-10T15:00:00Z");
  private static final WatchRules RULES =
      new WatchRules(Map.of(), Duration.ofHours(4), Duration.ofHours(6), Duration.ofMinutes(30));
  private static final TroubleChain CHAIN =
      new TroubleChain(List.of("novak"), List.of("reyes"), List.of("okafor", "lindgren"));

  private static List<String> told(TroubleChain chain, TroubleCause cause, String later) {
    return chain.told(
        new AccountTrouble(cause, START), RULES, Instant::plus, START.plus(Duration.parse(later)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, novak",
    "PT3H59M, novak",
    "PT4H, novak reyes",
    "PT9H59M, novak reyes",
    "PT10H, novak reyes okafor lindgren",
    "P30D, novak reyes okafor lindgren"
  })
  void theAdministratorIsToldThenTheDeputyThenTheBuildingAdministrator(
      String later, String people) {
    assertThat(told(CHAIN, TroubleCause.NOT_LOOKED_AT, later)).containsExactly(people.split(" "));
  }

  @Test
  void aFaultThatOftenPassesIsToldOnlyAfterAWhile() {
    assertThat(told(CHAIN, TroubleCause.UNREACHABLE, "PT29M")).isEmpty();
    assertThat(told(CHAIN, TroubleCause.UNREACHABLE, "PT30M")).containsExactly("novak");
    assertThat(told(CHAIN, TroubleCause.UNREACHABLE, "PT4H30M")).containsExactly("novak", "reyes");
  }

  @Test
  void noTimePassesForAStepWithoutAnyone() {
    TroubleChain withoutDeputy = new TroubleChain(List.of("novak"), List.of(), List.of("okafor"));
    TroubleChain onlyBuilding = new TroubleChain(List.of(), List.of(), List.of("okafor"));

    assertThat(told(withoutDeputy, TroubleCause.SILENT, "PT6H")).containsExactly("novak", "okafor");
    assertThat(told(onlyBuilding, TroubleCause.SILENT, "PT0S")).containsExactly("okafor");
  }

  @Test
  void whoHasSeveralRolesIsToldOnce() {
    TroubleChain same = new TroubleChain(List.of("novak"), List.of("novak"), List.of("novak"));

    assertThat(told(same, TroubleCause.SILENT, "P9D")).containsExactly("novak");
  }
}
