package hallmonitor.moderation.console.posts;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.settings.district.District.Role;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A post is written in the console, checked, approved where a rule asks, and then copied. */
@ConsoleTest
class PlannedPostsTest extends NovakAtWork {
  private static final String BALLOT = "Early voting: bring your ballot to the office.";

  @Inject MediaReleaseList list;
  @Inject LiveRules rules;

  private ConsoleBrowser okafor;
  private String page;

  @BeforeEach
  void people() {
    database.write(h -> h.execute("truncate withheld_student, planned_post"));
    rules.refresh();
    new StaffSeed(database, seed).person("boss", "administrator");
    database.write(
        h -> {
          h.execute("update console_user set told_as = 'novak' where user_name = 'novak'");
          return h.execute(
              "update console_user set told_as = (?) where user_name = 'boss'", superintendent());
        });
    okafor = ConsoleBrowser.signedIn("boss");
  }

  private String superintendent() {
    return rules
        .district()
        .current()
        .value()
        .holders(Role.SUPERINTENDENT, "maple-high")
        .get(0)
        .id();
  }

  private static Map<String, Object> fields(String body) {
    return new HashMap<>(
        Map.of("account", "practice", "title", "News", "body", body, "pictures", "none"));
  }

  private void write(String body) {
    ConsoleResponse answer = novak.post("/planned-posts", fields(body));
    assertThat(answer.statusCode()).isEqualTo(303);
    page = answer.header("Location").replaceAll("^https?://[^/]+", "");
  }

  private String seen() {
    return novak.get(page).asString();
  }

  private ConsoleResponse act(ConsoleBrowser who, String act, String note) {
    String version =
        who.get(page).asString().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    return who.post(
        page, Map.of("act", act, "note", note, "version", version.length() < 9 ? version : "0"));
  }

  @Test
  void anOrdinaryPostIsCopiedAtOnce() {
    write("Picture day is Tuesday. <b>Smile!</b>");
    assertThat(seen())
        .contains("It may go out.", "Text to copy", "&lt;b&gt;Smile!", "I published it")
        .doesNotContain("<b>Smile");

    assertThat(act(novak, "publish", "").statusCode()).isEqualTo(303);
    assertThat(seen()).contains("Published by its author.").doesNotContain("I published it");
  }

  @Test
  void aTopicThatAsksForGuidanceWaitsForSomeoneWithThatRole() {
    write(BALLOT);
    assertThat(seen()).contains("It needs an approval first.", "Elections and referendums");
    assertThat(act(novak, "publish", "").statusCode()).isEqualTo(422);

    assertThat(act(novak, "ask", "").statusCode()).isEqualTo(303);
    assertThat(act(novak, "approve", "").statusCode()).as("its author").isEqualTo(409);
    assertThat(act(okafor, "approve", "Fine.").statusCode()).isEqualTo(303);

    assertThat(seen()).contains("Approved", "Fine.", "I published it");
    assertThat(act(novak, "publish", "").statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsReturnedSaysWhyAndIsCheckedAgain() {
    write(BALLOT);
    act(novak, "ask", "");
    assertThat(act(okafor, "return", "").statusCode()).isEqualTo(422);
    assertThat(act(okafor, "return", "Leave the vote out.").statusCode()).isEqualTo(303);
    assertThat(seen()).contains("Leave the vote out.", "Change the text");

    Map<String, Object> fields = fields("The office is open late this week.");
    fields.put("version", "2");
    assertThat(novak.post(page + "/text", fields).statusCode()).isEqualTo(303);
    assertThat(seen()).contains("It may go out.").doesNotContain("Leave the vote out.");
  }

  @Test
  void anApprovedTextIsTheOneThatGoesOut() {
    write(BALLOT);
    act(novak, "ask", "");
    Map<String, Object> fields = fields("Vote yes!");
    fields.put("version", "1");
    assertThat(novak.post(page + "/text", fields).statusCode()).isEqualTo(409);
    act(okafor, "approve", "");
    act(novak, "reopen", "");

    assertThat(seen()).contains("It needs an approval first.");
  }

  @Test
  void aRefusedStudentStopsItAndNobodyCanApproveThat() {
    LocalDate today = LocalDate.now();
    list.add(
        List.of(new MediaReleaseList.NewStudent("Ana Ruiz", today.minusDays(9), today.plusDays(9))),
        "boss");
    rules.refresh();
    write("Congratulations to Ana Ruiz!");

    assertThat(seen()).contains("<mark>Ana Ruiz</mark>", "Take the name out.");
    assertThat(act(novak, "ask", "").statusCode()).isEqualTo(422);
    assertThat(act(novak, "publish", "").statusCode()).isEqualTo(422);
  }

  @Test
  void aRefusalThatComesAfterTheApprovalStopsItToo() {
    write("Your ballot counts, says Ana Ruiz.");
    act(novak, "ask", "");
    act(okafor, "approve", "");
    LocalDate today = LocalDate.now();
    list.add(
        List.of(new MediaReleaseList.NewStudent("Ana Ruiz", today.minusDays(9), today.plusDays(9))),
        "boss");
    rules.refresh();

    assertThat(act(novak, "publish", "").statusCode()).isEqualTo(422);
  }

  @Test
  void picturesWithStudentsNeedSomeoneWhoChecked() {
    Map<String, Object> fields = fields("Look!");
    fields.put("pictures", "checked");
    assertThat(novak.post("/planned-posts", fields).asString())
        .contains("Say who checked", "Look!");
    fields.put("checked-by", "Ms. Lane");
    assertThat(novak.post("/planned-posts", fields).statusCode()).isEqualTo(303);
    assertThat(novak.get("/planned-posts").asString()).contains("News");
  }

  @Test
  void anotherSchoolsPostsAreNotSeen() {
    write("Hello");
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("elsewhere", "moderator", StaffSeed.OTHER);
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");

    assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/planned-posts").asString()).doesNotContain("News");
    assertThat(elsewhere.post("/planned-posts", fields("Hello")).asString())
        .contains("Choose the account that it is for.");
  }
}
