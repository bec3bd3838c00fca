package hallmonitor.settings.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DistrictFileTest {
  @Test
  void theSampleThatIsShippedIsRight() throws IOException {
    District district = DistrictFile.read(Files.readString(Path.of("../config/district.yaml")));

    assertThat(district.account("practice"))
        .hasValueSatisfying(
            a -> {
              assertThat(a.kind()).isEqualTo(AccountKind.SCHOOL);
              assertThat(a.polling().floor()).isEqualTo(Duration.ofMillis(100));
            });
    assertThat(district.holders(Role.PRINCIPAL, "maple-high"))
        .extracting(Person::id)
        .containsExactly("okafor");
  }

  @Test
  void aRoleWithoutABuildingIsHeldEverywhereAfterTheBuildingsOwn() {
    District district =
        DistrictFile.read(
            """
            district: D
            buildings: [{id: a, name: A}, {id: b, name: B}]
            people:
              - {id: all, name: All, email: all@d.example, roles: [{role: counselor}]}
              - {id: own, name: Own, email: own@d.example, roles: [{role: counselor, building: a}]}
            """);

    assertThat(district.holders(Role.COUNSELOR, "a"))
        .extracting(Person::id)
        .containsExactly("own", "all");
    assertThat(district.holders(Role.COUNSELOR, "b")).extracting(Person::id).containsExactly("all");
  }

  /** Reads an account with these lines. */
  static District.Account account(String lines) {
    return DistrictFile.read(
            """
            district: D
            buildings: [{id: a, name: A}]
            people: [{id: p, name: P, email: p@d.example, roles: [{role: principal}]}]
            accounts:
              - {id: x, %s, building: a, administrator: p, base-url: "https://x.example"}
            """
                .formatted(lines))
        .account("x")
        .orElseThrow();
  }

  private static PlatformNames names(String account) {
    return account(account).names();
  }

  @Test
  void whatNamesAPlatformHasHoldsUntilItsAccountSaysOtherwise() {
    assertThat(names("platform: wordpress")).isEqualTo(PlatformNames.FREE);
    assertThat(names("platform: mediawiki")).isEqualTo(PlatformNames.FREE);
    assertThat(names("platform: rss")).isEqualTo(PlatformNames.FREE);
    assertThat(names("platform: mastodon")).isEqualTo(PlatformNames.HANDLES);
    assertThat(names("platform: wordpress, names: handles")).isEqualTo(PlatformNames.HANDLES);
    assertThat(names("platform: mastodon, names: free")).isEqualTo(PlatformNames.FREE);
  }

  @Test
  void nothingIsHeldAgainstANameOnAPlatformThatIsNotKnown() {
    assertThat(PlatformNames.of("facebook")).isEqualTo(PlatformNames.SHOWN);
    assertThat(PlatformNames.of("a-new-one")).isEqualTo(PlatformNames.HANDLES);
  }

  @Test
  void aPlatformWithoutAConnectorIsRefusedWithItsPlaceAndThePlatformsThatHaveOne() {
    assertThatThrownBy(() -> names("platform: linkedin"))
        .hasMessageContaining("district.yaml:5:23: there is no connector for 'linkedin'")
        .hasMessageContaining(
            "bluesky, discourse, facebook, ghost, instagram, mastodon, mediawiki, rss, wordpress, x");
  }

  @Test
  void otherWordsForNamesAreRefusedWithTheirPlace() {
    assertThatThrownBy(() -> names("platform: wordpress, names: hidden"))
        .hasMessageContaining("district.yaml:5:41: 'hidden' is not one of shown, handles, free");
  }

  @Test
  void everyReferenceThatLeadsNowhereIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                DistrictFile.read(
                    """
                    district: D
                    buildings: [{id: a, name: A}, {id: a, name: A}]
                    people:
                      - {id: p, name: P, email: nobody, roles: [{role: principle, building: z}]}
                    accounts:
                      - id: x
                        platform: wordpress
                        building: q
                        administrator: nobody
                        base-url: ftp://x
                    """))
        .hasMessageContaining("district.yaml:2:36: 'a' is used twice")
        .hasMessageContaining("district.yaml:4:29: 'nobody' is not an email address")
        .hasMessageContaining("'principle' is not one of principal")
        .hasMessageContaining("'z' is not among the buildings: a")
        .hasMessageContaining("district.yaml:8:15: 'q' is not among the buildings")
        .hasMessageContaining("district.yaml:9:20: 'nobody' is not among the people: p")
        .hasMessageContaining("district.yaml:10:15: 'ftp://x' is not a web address");
  }

  @Test
  void theDangerLaneHasTimesWithoutTheFileSayingSo() {
    String text = "district: D\nbuildings: [{id: a, name: A}]\n";

    assertThat(DistrictFile.read(text).dangerLane())
        .isEqualTo(new DangerLane(Duration.ofHours(2), Duration.ofMinutes(30)));
    assertThat(DistrictFile.read(text + "danger-lane: { by-day: 45m }").dangerLane())
        .isEqualTo(new DangerLane(Duration.ofMinutes(45), Duration.ofMinutes(30)));
  }

  @Test
  void aTimeThatWouldLeaveADangerWaitingIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                DistrictFile.read(
                    """
                    district: D
                    buildings: [{id: a, name: A}]
                    danger-lane:
                      by-day: 2d
                      morning: 0m
                      by-night: 1h
                    """))
        .hasMessageContaining("district.yaml:4:11: A faint danger waits from 1m to 12h")
        .hasMessageContaining("district.yaml:5:12: A faint danger of the night waits")
        .hasMessageContaining("district.yaml:6:3: unknown key 'by-night'");
    assertThatThrownBy(
            () ->
                DistrictFile.read(
                    "district: D\nbuildings: [{id: a, name: A}]\ndanger-lane: { by-day: soon }"))
        .hasMessageContaining("district.yaml:3:24: 'soon' is not a time such as");
  }

  @Test
  void aPasswordInAnAddressIsRefused() {
    assertThatThrownBy(
            () ->
                DistrictFile.read(
                    """
                    district: D
                    buildings: [{id: a, name: A}]
                    people: [{id: p, name: P, email: p@d.example}]
                    accounts:
                      - {id: x, platform: wordpress, building: a, administrator: p, base-url: "https://me:pw@x.example"}
                    """))
        .hasMessageContaining("holds no user name");
  }

  @Test
  void aPersonMayBeAwayWithADelegateWhoStandsFurtherDown() {
    District district =
        DistrictFile.read(
            """
            district: D
            buildings: [{id: a, name: A}]
            people:
              - id: away
                name: Away
                email: away@d.example
                absent: { from: 2026-12-18, until: 2027-01-04, delegate: other }
              - { id: other, name: Other, email: other@d.example }
            """);

    Person away = district.person("away").orElseThrow();
    assertThat(away.isAbsent(LocalDate.parse("2026-12-17"))).isFalse();
    assertThat(away.isAbsent(LocalDate.parse("2026-12-18"))).isTrue();
    assertThat(away.isAbsent(LocalDate.parse("2027-01-04"))).isTrue();
    assertThat(away.absence().orElseThrow().delegate()).contains("other");
    assertThat(district.person("other").orElseThrow().absence()).isEmpty();
  }

  @Test
  void anAbsenceThatMakesNoSenseIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                DistrictFile.read(
                    """
                    district: D
                    buildings: [{id: a, name: A}]
                    people:
                      - id: p
                        name: P
                        email: p@d.example
                        absent: { from: 2026-12-18, until: 2026-12-01, delegate: nobody }
                      - { id: q, name: Q, email: q@d.example, absent: { from: soon, delegate: q } }
                    """))
        .hasMessageContaining("district.yaml:7:40: 'until' lies before 'from'")
        .hasMessageContaining("'nobody' is not among the people: p, q")
        .hasMessageContaining("'until' is missing")
        .hasMessageContaining("'soon' is not a date such as 2026-12-18")
        .hasMessageContaining("cannot stand in for themselves");
  }
}
