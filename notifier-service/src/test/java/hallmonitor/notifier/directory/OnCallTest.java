package hallmonitor.notifier.directory;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.withPeople;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnCallTest {
  /** A Monday, 20:00 in Chicago. */
  private static final Instant EVENING = Instant.parse("2026-12-08T02:00:00Z");

  /** The same day, at noon there. */
  private static final Instant NOON = Instant.parse("2026-12-07T18:00:00Z");

  private static final EscalationRules RULES =
      EscalationFile.read(
          """
          messages:
            rosters:
              - id: nights
                buildings: [cedar-high, moon]
                otherwise: chain
                shifts: [{ from: "17:00", until: "07:00", people: [osei, ghost] }]
          """);

  @Test
  void whoIsOnCallIsToldBesideTheRolesAndOnceEvenWithARole() {
    OnCall onCall = OnCall.of(RULES, cedarFalls(), "cedar-high", EVENING);

    assertThat(onCall.roster()).contains("nights");
    assertThat(onCall.holds("osei")).isTrue();
    assertThat(
            Contacts.of(
                    cedarFalls(),
                    "cedar-high",
                    "news",
                    List.of(List.of("counselor"), List.of("principal")),
                    List.of(),
                    onCall,
                    EVENING)
                .places())
        .extracting(place -> place.stream().map(r -> r.person().id() + " " + r.role()).toList())
        .containsExactly(List.of("molina counselor", "osei on-call"));
  }

  @Test
  void atTimesOfTheChainAndInOtherBuildingsNobodyIs() {
    assertThat(OnCall.of(RULES, cedarFalls(), "cedar-high", NOON)).isEqualTo(OnCall.NOBODY);
    assertThat(OnCall.of(RULES, cedarFalls(), "fern-elementary", EVENING)).isEqualTo(OnCall.NOBODY);
  }

  @Test
  void whoIsAwayIsReplacedByTheDelegateOrByNobody() {
    String away =
        "{ id: osei, name: Kofi Osei, email: osei@x.example, roles: [], absent: { from: 2026-12-01,"
            + " until: 2026-12-31%s } }";
    District delegated = withPeople(away.formatted(", delegate: webb"));
    District alone = withPeople(away.formatted(""));

    assertThat(OnCall.of(RULES, delegated, "cedar-high", EVENING).people())
        .extracting(Person::id)
        .containsExactly("webb");
    assertThat(OnCall.of(RULES, alone, "cedar-high", EVENING))
        .satisfies(onCall -> assertThat(onCall.people()).isEmpty())
        .satisfies(onCall -> assertThat(onCall.roster()).contains("nights"));
  }

  @Test
  void whomTheDistrictDoesNotKnowIsNamed() {
    assertThat(OnCall.unknown(RULES, cedarFalls()))
        .anyMatch(words -> words.contains("names 'ghost'"))
        .anyMatch(words -> words.contains("is for 'moon'"))
        .hasSize(2);
  }
}
