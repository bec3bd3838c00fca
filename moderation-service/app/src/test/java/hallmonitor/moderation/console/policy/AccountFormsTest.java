package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the forms for the district, its schools, and their accounts. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AccountFormsTest extends DeskAtWork {
  private long draft() {
    return desk.begin("district", "New accounts");
  }

  @Test
  void theDistrictIsNamedByItsForm() {
    long id = draft();

    desk.fill(
        desk.brandt,
        id,
        "district/all",
        0,
        Map.of("district", "Otter Creek Schools", "time-zone", "America/New_York"));

    assertThat(desk.text(id))
        .contains("district: Otter Creek Schools", "time-zone: \"America/New_York\"");
    assertThat(desk.page(id)).contains("Otter Creek Schools", "No mistakes");
  }

  @Test
  void aSchoolAndItsAccountAreAddedByTheirForms() {
    long id = draft();

    desk.fill(desk.brandt, id, "buildings/3", 0, Map.of("name", "Cedar Middle School"));
    assertThat(desk.fill(desk.brandt, id, "accounts/4", 1, blog("cedar-middle-school")))
        .endsWith("/policy/drafts/" + id + "#accounts");

    assertThat(desk.text(id))
        .contains(
            """
              - id: cedar-middle-school
                name: Cedar Middle School
            """,
            """
              - id: cedar-blog
                name: Cedar blog
                platform: ghost
                building: cedar-middle-school
                kind: school
                administrator: novak
                base-url: "https://cedar.example.org"
                polling: { backfill-from: 2026-09-01 }
            """);
    assertThat(desk.page(id)).contains("Cedar blog", "https://cedar.example.org", "No mistakes");
  }

  private static Map<String, Object> blog(String building) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "Cedar blog");
    form.put("platform", "ghost");
    form.put("building", building);
    form.put("kind", "school");
    form.put("administrator", "novak");
    form.put("base-url", "https://cedar.example.org");
    form.put("backfill-from", "2026-09-01");
    return form;
  }

  @Test
  void anAccountThatCannotBeReadIsRefusedBesideItsField() {
    long id = draft();
    Map<String, Object> wrong = blog("nowhere");
    wrong.put("base-url", "cedar");

    String form = desk.fill(desk.brandt, id, "accounts/4", 0, wrong);

    assertThat(form).endsWith("/policy/forms/" + id + "/accounts/4");
    assertThat(desk.brandt.get(form).asString())
        .contains("is not among the buildings", "a web address that starts with https://")
        .contains("value=\"cedar\"");
  }

  @Test
  void anAccountSaysWhatItsSystemCanDoHowOftenItIsReadAndWhoWritesThere() {
    long id = draft();
    Map<String, Object> form = blog("maple-high");
    form.putAll(Map.of("platform", "api", "names", "shown", "floor", "2s", "idle", "1m"));
    form.put("acts", List.of("hide"));

    assertThat(desk.filled(desk.brandt, id, "accounts/4", 0, form))
        .contains("&#39;hide&#39; needs &#39;restore&#39; beside it", "<details open>")
        .contains("<option value=\"shown\" selected>")
        .containsPattern("name=\"acts\" value=\"hide\" checked");

    form.put("acts", List.of("hide", "restore"));
    desk.fill(desk.brandt, id, "accounts/4", 1, form);
    assertThat(desk.text(id))
        .contains("    names: shown\n", "    acts: [hide, restore]\n")
        .contains("polling: { floor: 2s, idle: 1m, backfill-from: 2026-09-01 }");
    assertThat(desk.page(id)).contains("No mistakes");
  }

  @Test
  void theAccountsPageLeadsToTheDraftInWhichOneIsConnected() {
    String first = connect();

    assertThat(desk.brandt.get("/accounts").asString()).contains("Connect an account");
    assertThat(first).endsWith("#accounts");
    assertThat(connect()).as("it goes on with the same draft").isEqualTo(first);
    assertThat(desk.brandt.post("/policy/edit/routing", Map.of()).statusCode()).isEqualTo(404);
  }

  private String connect() {
    return desk.brandt.post("/policy/edit/accounts", Map.of()).header("Location");
  }
}
