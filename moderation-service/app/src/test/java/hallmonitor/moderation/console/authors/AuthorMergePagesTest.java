package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person says that two authors are the same one, which joins what is shown and nothing else. */
@ConsoleTest
class AuthorMergePagesTest extends AuthorConsole {
  private String dana;
  private String sky;

  @BeforeEach
  void danaWritesOnTwoPlatforms() {
    deciding.allowed("71", "Dana Reyes", "On the blog", Duration.ofDays(2));
    wrote("b1", "bluesky", "maple-bluesky", "id:did:plc:7", "dana.example", "On the network");
    dana = pageOf(novak, "71");
    sky = pageOf(novak, "maple-bluesky", "b1");
  }

  private ConsoleResponse merge(ConsoleBrowser who, String one, String other) {
    return who.post(
        one + "/merges", Map.of("other", idOf(other).toString(), "reason", "She signs as Dana."));
  }

  private ConsoleResponse part(ConsoleBrowser who, String page, String author) {
    return who.post(
        page + "/merges/parting",
        Map.of("author", idOf(author).toString(), "reason", "Another Dana."));
  }

  private void merged() {
    opened(novak, dana);
    opened(novak, sky);
    assertThat(merge(novak, dana, sky).statusCode()).isEqualTo(303);
  }

  @Test
  void bothPagesMustBeOpenedFirst() {
    assertThat(opened(novak, dana)).contains("Open the other author's page first");

    assertThat(merge(novak, dana, sky).asString())
        .contains("Open the pages of both authors first.");

    opened(novak, sky);
    assertThat(novak.get(dana).asString())
        .contains("dana.example")
        .doesNotContain("On the network");
    assertThat(merge(novak, dana, sky).statusCode()).isEqualTo(303);
  }

  @Test
  void eachPageThenShowsWhatBothWroteAndWhoSaidSo() {
    merged();

    assertThat(opened(novak, dana)).contains("On the blog", "On the network", "She signs as Dana.");
    assertThat(opened(novak, sky)).contains("On the blog", "On the network", "Petra Novak");
    assertThat(audit())
        .contains("novak authors-merged author %s author %s".formatted(idOf(dana), idOf(sky)));
  }

  @Test
  void strikesStayWithEachAuthor() {
    ObjectionSeed objections = new ObjectionSeed(database);
    objections.strike(seed.aCase("73").by("Dana Reyes").decided("confirmed").there());
    objections.strike(seed.aCase("74").by("Kai Ito").decided("confirmed").there());
    String kai = pageOf(novak, "74");
    opened(novak, dana);
    opened(novak, kai);
    assertThat(merge(novak, dana, kai).statusCode()).isEqualTo(303);

    assertThat(Jsoup.parse(opened(novak, dana)).select("#strikes ~ ul").first().text())
        .contains("Dana Reyes", "Kai Ito", "1 strike counts of 1")
        .doesNotContain("2 strikes count");
  }

  @Test
  void twoGroupsAreNotJoinedByAWordAboutTwoOfThem() {
    merged();
    deciding.allowed("75", "Kai Ito", "Third", Duration.ofDays(2));
    deciding.allowed("76", "Lee Moe", "Fourth", Duration.ofDays(2));
    String kai = pageOf(novak, "75");
    String lee = pageOf(novak, "76");
    opened(novak, kai);
    opened(novak, lee);
    merge(novak, kai, lee);

    assertThat(merge(novak, dana, kai).asString()).contains("Take one of them out first.");
    part(novak, kai, lee);
    assertThat(merge(novak, dana, kai).statusCode()).isEqualTo(303);
  }

  @Test
  void whoDoesNotSeeAllOfAnAuthorMergesNobodyWithThem() {
    merged();
    deciding.allowed("75", "Kai Ito", "Third", Duration.ofDays(2));
    staff.person("lopez", "moderator", StaffSeed.OWN);
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");
    String kai = pageOf(lopez, "75");
    opened(lopez, kai);
    opened(lopez, dana);

    assertThat(merge(lopez, kai, dana).asString()).contains("Ask someone who sees all");
    assertThat(opened(novak, kai)).doesNotContain("On the blog", "On the network");
  }

  @Test
  void aPurposeForTheMergedPageIsOnRecordForEachAuthor() {
    merged();
    change("delete from author_look");

    opened(novak, sky);

    assertThat(audit())
        .endsWith(
            "novak author-opened author %s decide-case: Case of today".formatted(idOf(sky)),
            "novak author-opened author %s decide-case: Case of today".formatted(idOf(dana)));
  }

  @Test
  void aPurposeForOneDoesNotOpenWhatWasMergedSince() {
    opened(novak, dana);
    opened(novak, sky);
    seed.person("brandt", "administrator", false);
    ConsoleBrowser brandt = ConsoleBrowser.signedIn("brandt");
    opened(brandt, dana);

    merge(novak, dana, sky);

    assertThat(brandt.get(dana).asString())
        .contains("What do you open it for?")
        .doesNotContain("On the network");
  }

  @Test
  void whoIsAnotherPersonIsTakenOutAgain() {
    merged();

    assertThat(part(novak, dana, sky).statusCode()).isEqualTo(303);

    assertThat(opened(novak, dana)).contains("On the blog").doesNotContain("On the network");
    assertThat(audit())
        .contains("novak author-parted author %s Another Dana.".formatted(idOf(sky)));
    assertThat(part(novak, dana, sky).statusCode()).as("only once").isEqualTo(409);
  }

  @Test
  void aMergeNeedsAReasonAndHappensOnce() {
    merged();

    assertThat(merge(novak, sky, dana).asString()).contains("already shown as one person");
    assertThat(merge(novak, dana, dana).asString()).contains("already shown as one person");
    part(novak, dana, sky);
    assertThat(
            novak
                .post(dana + "/merges", Map.of("other", idOf(sky).toString(), "reason", " "))
                .asString())
        .contains("Enter a reason of 1 to 500 characters.");
  }

  @Test
  void anAuthorOfAnotherSchoolIsNeitherShownNorMerged() {
    merged();
    staff.person("park", "building-administrator", StaffSeed.OWN);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("park");

    assertThat(opened(principal, dana))
        .contains("On the blog")
        .doesNotContain("On the network", "dana.example");
    assertThat(merge(principal, dana, sky).statusCode()).isEqualTo(404);
  }

  @Test
  void anAuditorReadsAndChangesNothing() {
    merged();
    seed.person("weiss", "auditor", false);
    ConsoleBrowser auditor = ConsoleBrowser.signedIn("weiss");

    assertThat(opened(auditor, dana)).contains("On the network").doesNotContain("/merges");
    assertThat(part(auditor, dana, sky).statusCode()).isEqualTo(403);
  }
}
