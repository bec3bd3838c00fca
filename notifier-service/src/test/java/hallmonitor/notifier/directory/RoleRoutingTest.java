package hallmonitor.notifier.directory;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleRoutingTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

  @Test
  void thePrincipalOfTheBuildingIsToldAndNotAnotherBuildings() {
    assertThat(told(cedarFalls(), "cedar-high", "principal")).containsExactly("osei principal");
    assertThat(told(cedarFalls(), "fern-elementary", "principal"))
        .containsExactly("park principal");
  }

  @Test
  void aRoleHeldForTheWholeDistrictCountsInEveryBuilding() {
    assertThat(told(cedarFalls(), "fern-elementary", "superintendent"))
        .containsExactly("stone superintendent");
  }

  @Test
  void theAccountAdministratorIsTheOneOfTheAccount() {
    District district =
        withPeople(
            "{ id: else, name: Else, email: e@x.example, roles: [{ role: account-administrator }] }");

    assertThat(told(district, "cedar-high", "account-administrator"))
        .containsExactly("webb account-administrator");
  }

  @Test
  void aPersonWithTwoRolesIsToldOnce() {
    District district =
        withPeople(
            "{ id: both, name: Both, email: b@x.example, roles: [{ role: principal, building:"
                + " cedar-high }, { role: counselor, building: cedar-high }] }");

    assertThat(told(district, "cedar-high", "principal", "counselor"))
        .containsExactly("both principal");
  }

  @Test
  void whereNobodyIsAssistantPrincipalThePrincipalIsTold() {
    Recipients recipients =
        RoleRouting.recipients(
            cedarFalls(), "cedar-high", "news", List.of("assistant-principal"), NOW);

    assertThat(recipients.told()).extracting(r -> r.person().id()).containsExactly("osei");
    assertThat(recipients.gaps())
        .extracting(Recipients.Gap::role)
        .containsExactly("assistant-principal");
  }

  @Test
  void whereABuildingHasNoHeadTheSuperintendentIsTold() {
    District district =
        withPeople(
            "{ id: stone, name: Stone, email: s@x.example, roles: [{ role: superintendent }] }");

    assertThat(told(district, "cedar-high", "assistant-principal", "counselor"))
        .containsExactly("stone superintendent");
  }

  @Test
  void aRoleThatNobodyKnowsAndNoRoleAtAllReachTheHeadOfTheBuilding() {
    assertThat(told(cedarFalls(), "cedar-high", "janitor")).containsExactly("osei principal");
    assertThat(told(cedarFalls(), "cedar-high")).containsExactly("osei principal");
  }

  @Test
  void withoutAnybodyNobodyIsToldAndTheGapSaysSo() {
    Recipients recipients =
        RoleRouting.recipients(withPeople(), "cedar-high", "news", List.of("principal"), NOW);

    assertThat(recipients.told()).isEmpty();
    assertThat(recipients.gaps()).containsExactly(new Recipients.Gap("principal", List.of()));
  }

  @Test
  void forSomebodyWhoIsAwayTheDelegateIsTold() {
    District district =
        withPeople(
            "{ id: osei, name: O, email: o@x.example, roles: [{ role: principal, building: cedar-high"
                + " }], absent: { from: 2026-11-20, until: 2026-11-26, delegate: park } }",
            "{ id: park, name: P, email: p@x.example, roles: [] }");

    assertThat(told(district, "cedar-high", "principal")).containsExactly("park principal");
  }

  @Test
  void theDayAfterTheAbsenceThePersonIsToldAgain() {
    District district =
        withPeople(
            "{ id: osei, name: O, email: o@x.example, roles: [{ role: principal }], absent: { from:"
                + " 2026-11-20, until: 2026-11-25, delegate: park } }",
            "{ id: park, name: P, email: p@x.example, roles: [] }");

    assertThat(told(district, "cedar-high", "principal")).containsExactly("osei principal");
  }

  @Test
  void forADelegateWhoIsAwayTooTheNextOneIsToldAndACircleEnds() {
    String away = "absent: { from: 2026-11-20, until: 2026-11-30, delegate: ";
    District district =
        withPeople(
            "{ id: osei, name: O, email: o@x.example, roles: [{ role: principal }], "
                + away
                + "park } }",
            "{ id: park, name: P, email: p@x.example, roles: [], " + away + "osei } }",
            "{ id: stone, name: S, email: s@x.example, roles: [{ role: superintendent }] }");

    assertThat(told(district, "cedar-high", "principal")).containsExactly("stone superintendent");
  }

  private static List<String> told(District district, String building, String... roles) {
    return RoleRouting.recipients(district, building, "news", List.of(roles), NOW).told().stream()
        .map(r -> r.person().id() + " " + r.role())
        .toList();
  }
}
