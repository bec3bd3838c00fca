package hallmonitor.settings.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private static final EscalationRules RULES =
      EscalationFile.read(
          """
          holidays: [2026-12-25]
          messages:
            rosters:
              - id: nights
                otherwise: chain
                shifts:
                  - { dates: { from: 2026-12-19, until: 2027-01-03 }, from: "18:00", until: "22:00", people: [winter] }
                  - { days: holidays, from: "06:00", until: "06:00", people: [holiday] }
                  - { days: [monday, tuesday, wednesday, thursday], from: "17:00", until: "07:00", people: [night] }
                  - { days: [friday], from: "17:00", until: "00:00", people: [friday, night] }
                  - { days: [saturday, sunday], from: "00:00", until: "00:00", people: [weekend] }
          """);

  @ParameterizedTest
  @CsvSource({
    "2026-12-07T16:59, ''", // a Monday
    "2026-12-07T17:00, night",
    "2026-12-08T06:59, night",
    "2026-12-08T07:00, ''",
    "2026-12-11T23:59, 'friday,night'",
    "2026-12-12T00:00, weekend",
    "2026-12-14T00:30, ''", // Monday before dawn belongs to no shift
    "2026-12-21T19:00, winter",
    "2026-12-21T23:00, night",
    "2026-12-25T12:00, holiday",
    "2026-12-26T05:59, holiday",
    "2026-12-25T19:00, winter",
  })
  void theFirstShiftThatCoversATimeHolds(LocalDateTime time, String people) {
    assertThat(
            RULES
                .messages()
                .roster("any")
                .orElseThrow()
                .at(time.atZone(CHICAGO).toInstant(), CHICAGO, RULES.holidays())
                .map(shift -> String.join(",", shift.people()))
                .orElse(""))
        .isEqualTo(people);
  }

  @Test
  void aHoleIsAMistakeWithItsPlaceUnlessItIsLeftToTheChain() {
    String roster =
        """
        messages:
          rosters:
            - id: nights
              shifts:
                - { days: [monday, tuesday, wednesday, thursday, friday], from: "16:00", until: "08:00", people: [a] }
                - { days: holidays, from: "00:00", until: "00:00", people: [a] }
        """;

    assertThatThrownBy(() -> EscalationFile.read(roster))
        .hasMessageContaining(
            "escalation.yaml:5:9: nobody is on call Tuesday 08:00 to Tuesday 16:00")
        .hasMessageContaining("and at other times")
        .hasMessageContaining("'otherwise: chain'");
    assertThat(EscalationFile.read(roster + "      otherwise: chain\n").messages().rosters())
        .hasSize(1);
  }

  @Test
  void aWeekendThatNobodyHasIsOneHole() {
    assertThat(
            RosterHoles.of(
                EscalationFile.read(
                        """
                        messages:
                          rosters:
                            - id: week
                              otherwise: chain
                              shifts:
                                - { days: [monday, tuesday, wednesday, thursday], from: "07:00", until: "07:00", people: [a] }
                                - { days: [friday], from: "07:00", until: "17:00", people: [a] }
                        """)
                    .messages()
                    .rosters()
                    .get(0)
                    .shifts()))
        .isEqualTo(List.of("Friday 17:00 to Monday 07:00"));
  }

  @Test
  void aShiftAroundTheClockOnAllDaysLeavesNoHole() {
    assertThat(
            EscalationFile.read(
                    "messages: { rosters: [{ id: a, shifts: [{ from: \"00:00\", until: \"00:00\","
                        + " people: [x] }] }] }")
                .messages()
                .rosters())
        .hasSize(1);
  }

  @Test
  void eachMistakeOfARosterHasItsPlace() {
    assertThatThrownBy(
            () ->
                EscalationFile.read(
                    """
                    messages:
                      rosters:
                        - id: a
                          otherwise: nobody
                          shifts:
                            - { days: [holidays, monday], from: "25:00", until: "07:00", people: [] }
                            - { days: [someday], from: "07:00", people: [x] }
                            - { dates: { from: 2027-01-02, until: 2027-01-01 }, from: "07:00", until: "08:00", people: [x] }
                        - { id: a, buildings: [high], shifts: [] }
                    """))
        .hasMessageContaining("write 'otherwise: chain'")
        .hasMessageContaining("a shift is for holidays or for days of the week")
        .hasMessageContaining("'25:00' is not a time such as")
        .hasMessageContaining("name at least one person")
        .hasMessageContaining("'someday' is not a day such as saturday, or holidays")
        .hasMessageContaining("'until' is missing")
        .hasMessageContaining("'until' is before 'from'")
        .hasMessageContaining("'a' is used twice")
        .hasMessageContaining("each building has one roster")
        .hasMessageContaining("nobody is on call the whole week");
  }
}
