package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Tests the contents of the policy: beside the document, and folded on a phone. */
@ConsoleTest
class PolicyContentsTest extends NovakAtWork {
  private static final String MARKED =
      "return [...document.querySelectorAll('.contents a[aria-current]')].find(a => a.checkVisibility())?.hash";

  @Test
  void everyEntryLeadsToAPartOfThePageAndEveryClauseHasOne() {
    Document page = Jsoup.parse(novak.get("/policy").asString());
    List<String> entries = page.select("nav.contents a").eachAttr("href");

    assertThat(entries)
        .allSatisfy(
            entry -> assertThat(page.select("[id=%s]".formatted(entry.substring(1)))).hasSize(1));
    assertThat(entries)
        .containsAll(
            page.select(".clauses > li").eachAttr("id").stream().map(id -> "#" + id).toList())
        .contains("#contacts", "#documents");
    assertThat(page.select("details.contents a").eachAttr("href")).isEqualTo(entries);
  }

  @Test
  void besideTheDocumentTheyStayInSightAndMarkWhatIsRead() {
    try (ConsoleScreen screen = at(1440, 900)) {
      assertThat(screen.read(MARKED)).isEqualTo("#clause-1.1");

      screen.click("nav.contents a[href='#clause-3.6']");
      screen.until(MARKED + " === '#clause-3.6'");
      screen.picture("policy-contents");

      screen.read("scrollTo(0, document.documentElement.scrollHeight)");
      screen.until(MARKED + " === '#documents'");
      assertThat(
              screen.read(
                  """
                const link = document.querySelector("nav.contents a[aria-current]").getBoundingClientRect();
                return link.top >= 0 && link.bottom <= innerHeight;
                """))
          .isEqualTo(true);
    }
  }

  @Test
  void onAPhoneTheyAreFoldedSayWhereOneIsAndFoldAgainAfterATap() {
    try (ConsoleScreen screen = at(390, 844)) {
      assertThat(screen.read("return document.querySelector('details.contents').open"))
          .isEqualTo(false);
      assertThat(screen.text("details.contents summary")).contains("Contents", "1.1 Profanity");

      screen.click("details.contents summary");
      screen.click("details.contents a[href='#clause-2.4']");

      screen.until("return !document.querySelector('details.contents').open");
      screen.until(
          "return document.querySelector('.contents .reading').textContent.startsWith('2.4')");
      assertThat(
              screen.read(
                  """
                const bar = document.querySelector("details.contents").getBoundingClientRect();
                const clause = document.getElementById("clause-2.4").getBoundingClientRect();
                return bar.top >= 0 && clause.top >= bar.bottom;
                """))
          .as("the bar stays, and the clause stands below it")
          .isEqualTo(true);
      screen.picture("policy-contents-390");
    }
  }

  private ConsoleScreen at(int width, int height) {
    ConsoleScreen screen = ConsoleScreen.orSkip();
    screen.size(width, height, false);
    screen.signIn("novak");
    screen.open("/policy");
    screen.until("return document.querySelector('.contents a[aria-current]') !== null");
    return screen;
  }
}
