package hallmonitor.moderation.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionReach;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.store.tips.HandedIn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To which school and kind an account belongs, also once it has left the district's file. */
class AccountPlacesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final AccountPlaces places = new AccountPlaces(database.jdbi(), Stage::district);

  private void registered(String account, String building) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into register_entry (entry_id, account, name, platform, kind, building, state)
                    values (gen_random_uuid(), ?, 'Band', 'facebook', 'school-based-group', ?, 'closed')
                    """,
                    account,
                    building));
  }

  @Test
  void theDistrictsFileComesBeforeTheRegister() {
    registered("practice", "elsewhere");

    assertThat(places.of(List.of("practice")))
        .containsExactly(RecordPlace.of("practice", "maple-high", "school"));
  }

  @Test
  void theRegisterRemembersAnAccountThatLeftTheFile() {
    registered("band", "maple-high");

    assertThat(places.of(List.of("band")))
        .containsExactly(RecordPlace.of("band", "maple-high", "school-based-group"));
  }

  @Test
  void nothingIsKnownOfAnAccountThatIsInNeither() {
    registered("planned", "");

    assertThat(places.of(List.of("planned", "long-gone")))
        .containsExactly(RecordPlace.unknown("planned"), RecordPlace.unknown("long-gone"));
  }

  private List<String> misnamed(RetentionReach... reaches) {
    return places
        .misnamed(
            new Retention(
                "x",
                Stream.of(reaches)
                    .map(
                        reach ->
                            new RetentionRule(
                                RecordKind.ALLOWED_COMMENTS, reach, Optional.empty(), "x", "", ""))
                    .toList()))
        .stream()
        .map(RetentionRule::code)
        .toList();
  }

  @Test
  void aRuleForAnAccountOrSchoolThatNobodyKnowsIsMisnamed() {
    registered("planned", "");
    registered("band", "closed-school");

    assertThat(
            misnamed(
                RetentionReach.EVERYTHING,
                new RetentionReach("practice", "", ""),
                new RetentionReach("planned", "", ""),
                new RetentionReach("practise", "", ""),
                new RetentionReach("", "maple-high", ""),
                new RetentionReach("", "closed-school", "school"),
                new RetentionReach("", "mapel-high", "school")))
        .containsExactly(
            "allowed-comments account=practise",
            "allowed-comments building=mapel-high account-kind=school");
  }

  @Test
  void whatWasHandedInBelongsToItsSchool() {
    String account = HandedIn.account("maple-high");

    assertThat(places.of(List.of(account)))
        .containsExactly(RecordPlace.of(account, "maple-high", ""));
  }
}
