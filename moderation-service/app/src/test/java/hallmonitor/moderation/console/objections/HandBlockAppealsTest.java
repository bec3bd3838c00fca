package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests appeals against blocks that someone made by hand. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class HandBlockAppealsTest extends HandBlockObjections {
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([0-9A-Z-]{14})<");

  private String state(String received) {
    List<String> secrets = SECRET.matcher(received).results().map(r -> r.group(1)).toList();
    Map<String, String> asked =
        Map.of(
            "form", seal.form(Instant.now()), "reference", secrets.get(0), "code", secrets.get(1));
    return new ConsoleBrowser().postWithoutToken("/appeal/state", asked).asString();
  }

  /** Returns the reference that the notice has. */
  private String noted() {
    String last = LocalDate.now().plusDays(20).toString();
    novak.post("/hand-blocks/" + BLOCK, Map.of("reason", "Spam.", "last", last));
    Matcher found =
        Pattern.compile("appeal: <code>([0-9A-Z-]{14})<").matcher(novak.get("/blocks").asString());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void whoHasNoReferenceNamesThePageAndThemselves() {
    assertThat(send(form("practice", "@ROBIN"))).contains("We received your appeal");

    assertThat(brandt.get("/appeals").asString())
        .contains("Appeal of a block made by hand", "I asked a question.", "robin@example.org")
        .contains("it may be anyone");
    assertThat(objections.rows("select actor || ' ' || act from audit"))
        .contains("public form appeal-received");
  }

  @Test
  void nobodyFindsOutWhoIsBlocked() {
    Map<String, String> ofRobin = form("practice", "Robin Lee");
    Map<String, String> ofNobody = form("practice", "Nobody Atall");
    String real = send(ofRobin);
    String none = send(ofNobody);

    assertThat(SECRET.matcher(none).replaceAll("")).isEqualTo(SECRET.matcher(real).replaceAll(""));
    assertThat(state(none)).isEqualTo(state(real)).contains("Waiting for a decision");
    decide(brandt, "overturn");
    objections.write(
        "update hand_block_appeal set state = 'upheld', decided_by = 'x', decided_at = now(), reason = 'None.'"
            + " where state = 'open'");
    assertThat(state(none)).isEqualTo(state(real)).contains("Decided.").doesNotContain("It was.");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(send(form("", ""))).contains("Enter the reference. If you were blocked");
    assertThat(send(form("practice", ""))).contains("Choose the page and enter the name");
    assertThat(send(form("elsewhere", "Robin"))).contains("Choose the page and enter the name");
    Map<String, String> nowhere = form("practice", "Robin");
    nowhere.put("contact", "");
    assertThat(send(nowhere)).contains("Enter an email address or phone number.");
    assertThat(objections.rows("select why from hand_block_appeal")).isEmpty();
  }

  @Test
  void whoWasToldAppealsWithTheReferenceAndReadsTheDecision() {
    String reference = noted();
    Map<String, String> fields = form("", "");
    fields.put("reference", reference);
    String received = send(fields);
    send(fields);

    assertThat(brandt.get("/appeals").asString())
        .contains("Appeal of a block made by hand", "Why it was made:")
        .doesNotContain("it may be anyone");
    assertThat(objections.rows("select why from hand_block_appeal")).hasSize(1);
    decide(brandt, "uphold");
    assertThat(state(received)).contains("our action stands", "It was.");
    assertThat(brandt.get("/appeals?state=decided").asString()).contains("Upheld");
  }

  @Test
  void whoExplainedTheBlockDoesNotDecide() {
    noted();
    send(form("practice", "Robin Lee"));

    assertThat(novak.get("/appeals").asString())
        .contains("You took part in a block under this name.");
    decide(novak, "uphold");
    assertThat(objections.rows("select state from hand_block_appeal")).containsExactly("open");
  }

  @Test
  void whatIsOverturnedTakesTheBlockBack() {
    send(form("practice", "Robin Lee"));
    decide(brandt, "overturn");

    assertThat(novak.get("/blocks?show=tasks").asString())
        .contains("Robin Lee", "On appeal: It was.", "Take away the block of this person.");
  }

  @Test
  void whereNoSuchBlockIsKnownThePersonLooksOnThePlatform() {
    send(form("practice", "Nobody Atall"));

    assertThat(brandt.get("/appeals").asString())
        .contains("a block that is not in the register", "Look on the platform.", "I lifted it");
    decide(brandt, "overturn");
    assertThat(brandt.get("/appeals?state=decided").asString()).contains("Nobody Atall");
  }

  @Test
  void aBlockThatWasListedLaterIsFoundByItsName() {
    send(form("practice", "Sam Late"));
    objections.write("update hand_block set author_name = 'Sam Late'");

    assertThat(brandt.get("/appeals").asString()).contains("Appeal of a block made by hand");
  }

  @Test
  void theMenuCountsThemAndOtherBuildingsSeeNone() {
    new StaffSeed(database, seed).person("far", "building-administrator", StaffSeed.OTHER);
    send(form("practice", "Robin Lee"));

    assertThat(brandt.get("/appeals").asString()).contains("data-count=\"appeals\"><b>1</b>");
    ConsoleBrowser far = ConsoleBrowser.signedIn("far");
    assertThat(far.get("/appeals").asString()).doesNotContain("I asked a question.");
    assertThat(
            far.post("/appeals/by-hand/" + appeal(), Map.of("ruling", "uphold", "reason", "No."))
                .statusCode())
        .isEqualTo(404);
  }
}
