package hallmonitor.moderation.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The links that the staff of a school reports by. */
@ConsoleTest
class SchoolLinksTest extends TipsAtWork {
  private ConsoleBrowser brandt;

  @BeforeEach
  void administrator() {
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  private String made(String school) {
    brandt.post("/school-links", Map.of("school", school, "purpose", "staff room"));
    Matcher found =
        Pattern.compile("/report/s/([0-9a-f-]+\\.[0-9a-f]+)")
            .matcher(brandt.get("/school-links").asString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aTeacherReportsWithoutAnAccountAndTheSchoolIsKnown() {
    String token = made("birch-elementary");
    assertThat(outside.get("/report/s/" + token).asString())
        .contains("For the staff of", "Birch Elementary School")
        .doesNotContain("id=\"school\"");

    Map<String, String> fields = filledIn();
    fields.put("at", token);
    fields.put("school", "maple-high");
    received(fields);

    assertThat(texts("select way || ' ' || building from tip join review_case using (case_id)"))
        .as("the link says which school it is, whatever the form says")
        .containsExactly("school birch-elementary");
  }

  @Test
  void aRevokedLinkOpensNothing() {
    String token = made("maple-high");
    String id = token.substring(0, 36);
    assertThat(brandt.get("/school-links/" + id + "/poster").asString())
        .contains("/report/s/" + token, "data:image/svg+xml;base64,", "¿Vio algo?");
    brandt.post("/school-links/" + id + "/revocation", Map.of());

    assertThat(outside.get("/report/s/" + token).statusCode()).isEqualTo(404);
    Map<String, String> fields = filledIn();
    fields.put("at", token);
    assertThat(send(fields).asString()).contains("This link no longer works");
    assertThat(tips()).isZero();
    assertThat(brandt.get("/school-links/" + id + "/poster").statusCode()).isEqualTo(404);
    assertThat(texts("select act from audit")).contains("school-link-made", "school-link-revoked");
  }

  @Test
  void aForgedLinkOpensNothing() {
    String token = made("maple-high");
    String other = token.substring(0, 37) + "0".repeat(32);

    for (String forged : new String[] {other, token + "0", "x", "x.y", token.substring(0, 36)}) {
      ConsoleResponse answer = outside.get("/report/s/" + forged);
      assertThat(answer.statusCode()).as(forged).isEqualTo(404);
    }
  }

  @Test
  void onlyAnAdministratorMakesLinksForASchoolThatThereIs() {
    assertThat(novak.get("/school-links").statusCode()).isEqualTo(403);
    assertThat(brandt.post("/school-links", Map.of("school", "nowhere", "purpose", "x")).asString())
        .contains("Choose a school.");
    assertThat(
            brandt.post("/school-links", Map.of("school", "maple-high", "purpose", " ")).asString())
        .contains("Say who the link is for");
    assertThat(brandt.get("/school-links").asString()).contains("No links yet.");
  }

  @Test
  void theStaffOfASchoolCanReportWhileThePublicFloodsIt() {
    database.write(
        h ->
            h.execute(
                "insert into appeal_try (address, kind) select 'other ' || n,"
                    + " 'tip-public:maple-high' from generate_series(1, 300) n"));
    Map<String, String> fields = filledIn();
    fields.put("at", made("maple-high"));
    received(fields);
  }
}
