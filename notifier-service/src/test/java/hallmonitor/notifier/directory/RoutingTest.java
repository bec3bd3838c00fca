package hallmonitor.notifier.directory;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.district.District;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {
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
        Routing.recipients(cedarFalls(), "cedar-high", "news", List.of("assistant-principal"));

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
        Routing.recipients(withPeople(), "cedar-high", "news", List.of("principal"));

    assertThat(recipients.told()).isEmpty();
    assertThat(recipients.gaps()).containsExactly(new Recipients.Gap("principal", List.of()));
  }

  private static List<String> told(District district, String building, String... roles) {
    return Routing.recipients(district, building, "news", List.of(roles)).told().stream()
        .map(r -> r.person().id() + " " + r.role())
        .toList();
  }
}
