package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.PrincipalAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Tests what a principal sees before unfolding anything: which case is which, and who to call. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class FoldedBoardTest extends PrincipalAtWork {
  @Test
  void foldedCasesAreToldApartByPlaceAuthorAndAge() {
    waits("SELF_HARM", "Riley <b>");
    waits("SELF_HARM", "");
    assertThat(board().select(".folded > article").text()).contains("news (practice page)");

    List<String> folded = board().select(".folded > summary").eachText();

    assertThat(folded).hasSize(2);
    assertThat(folded.get(0)).contains("1 of 2", "(no name)", "5 min ago");
    assertThat(folded.get(1)).contains("2 of 2", "Riley <b>", "5 min ago");
  }

  @Test
  void theOnlyCaseIsNotCounted() {
    waits("THREAT", "Riley");

    assertThat(board().select(".folded > summary").text()).doesNotContain("1 of 1");
  }

  @Test
  void eachLineToCallStandsOnceForAllThatWaits() {
    waits("SELF_HARM", "Riley");
    waits("SELF_HARM", "Sam");
    waits("ABUSE_DISCLOSURE", "Ash");

    assertThat(board().select("nav.calls a").eachText())
        .containsExactly(
            "Emergency 911",
            "Crisis line 988",
            "DCFS hotline 1-800-252-2873",
            "Ngozi Okafor 309-555-0142");
    assertThat(board().select("nav.calls a").eachAttr("href"))
        .startsWith("tel:911", "tel:988", "tel:18002522873");
  }

  @Test
  void nobodyIsToldToCallThemselves() {
    database.write(
        h -> h.execute("update console_user set told_as = 'okafor' where user_name = 'principal'"));
    waits("THREAT", "Riley");

    assertThat(board().select("nav.calls a").eachText())
        .containsExactly("Emergency 911", "Tom Lindgren 309-555-0143");
  }

  @Test
  void whereNothingWaitsThereIsNobodyToCall() {
    assertThat(board().select("nav.calls")).isEmpty();
  }

  @Test
  void theLinesToCallFollowWhatWaits() {
    waits("SELF_HARM", "Riley");

    assertThat(Jsoup.parse(principal.part("/my-building/list").asString()).select("nav.calls a"))
        .hasSize(3);
  }

  private void waits(String category, String author) {
    UUID id =
        seed.aCase(UUID.randomUUID().toString())
            .by(author)
            .found(category, .97, "Says so.")
            .judged("escalate", "3.2")
            .urgency("immediate")
            .in(StaffSeed.OWN)
            .there();
    staff.escalated(id);
  }

  private Document board() {
    return Jsoup.parse(principal.get("/my-building").asString());
  }
}
