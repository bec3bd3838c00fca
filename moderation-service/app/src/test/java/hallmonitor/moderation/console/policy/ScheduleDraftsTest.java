package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.store.records.KeptCounts;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a draft of the records schedule says what it would change before it is approved. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class ScheduleDraftsTest extends DeskAtWork {
  private static final String TITLE = "What it changes for records";

  @Inject KeptCounts counts;
  @Inject RecordPlaces places;

  @BeforeEach
  void threeComments() {
    RecordsSeed records = new RecordsSeed(database);
    records.nothingCounted();
    records.allowed("1", "Hello");
    records.allowed("2", "Hello");
    records.allowed("3", "Hello");
    counts.due().forEach(month -> counts.count(month, places.calendar()));
  }

  /** Makes them two years old, and adds as many on another account. */
  private void younger() {
    database.write(
        h ->
            h.execute(
                """
                update kept_day set last_day = (current_date - interval '2 years')::date;
                insert into kept_day (month, account, kind, last_day, stays, freed, n, oldest, newest)
                select month, 'practice-facebook', kind, last_day, stays, freed, 3, oldest, newest from kept_day limit 1
                """));
  }

  private String changed(String from, String to) {
    return changed("decisions", from, to);
  }

  private String changed(String document, String from, String to) {
    long id = desk.begin(document, "A schedule");
    String text = desk.text(id);
    assertThat(text).contains(from);
    brandt.post(
        "/policy/drafts/" + id + "/text", Map.of("revision", "0", "text", text.replace(from, to)));
    return haddad
        .get("/policy/drafts/" + id)
        .asString()
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void aLongerTimeSaysHowManyWouldNoLongerBeDue() {
    assertThat(changed("allowed-comments: 3y", "allowed-comments: 30y"))
        .contains(TITLE + " Allowed comments that never had a case: 3 would no longer be due")
        .contains("Comments and cases were counted");
  }

  @Test
  void aRuleForOneAccountSaysHowManyOfItWouldBecomeDue() {
    younger();

    assertThat(
            changed(
                "  allowed-comments: 3y",
                "  allowed-comments: 3y\n  rules:\n"
                    + "    - { records: allowed-comments, account: practice, keep: 1y, source: x }"))
        .contains(": 3 would become due")
        .doesNotContain("No record would become due");
  }

  @Test
  void aChangeThatTouchesNoRecordSaysSo() {
    assertThat(changed("allowed-comments: 3y", "allowed-comments: 4y"))
        .contains(TITLE + " No record would become due, and none would stop being due.");
  }

  @Test
  void aRuleForAnAccountThatDoesNotExistIsNamed() {
    assertThat(
            changed(
                "  allowed-comments: 3y",
                "  allowed-comments: 3y\n  rules:\n"
                    + "    - { records: allowed-comments, account: practise, keep: forever, source: x }"))
        .contains("No account or school has the name in these rules")
        .contains("Allowed comments that never had a case: practise");
  }

  /** As after an upgrade: a false zero would be approved. */
  @Test
  void noNumberIsShownUntilAllMonthsAreCounted() {
    database.write(h -> h.execute("update kept_month set days_at = null"));

    assertThat(changed("allowed-comments: 3y", "allowed-comments: 30y"))
        .contains("Comments and cases are still being counted: 0 of ")
        .doesNotContain("would no longer be due", "No record would become due");
  }

  /** Rules by kind and school of account apply by what district.yaml says. */
  @Test
  void anAccountOfAnotherKindSaysWhatItChangesForRecords() {
    assertThat(
            changed(
                "district",
                "kind: school\n    administrator",
                "kind: classroom\n    administrator"))
        .contains(TITLE);
    assertThat(changed("district", "name: Maple", "name: Oak")).doesNotContain(TITLE);
  }

  @Test
  void aDraftThatLeavesTheScheduleAloneSaysNothingOfRecords() {
    assertThat(changed("quality-sample: 20", "quality-sample: 7")).doesNotContain(TITLE);
  }
}
