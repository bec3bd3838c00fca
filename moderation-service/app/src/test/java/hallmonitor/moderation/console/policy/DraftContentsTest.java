package hallmonitor.moderation.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.Document;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Tests the contents beside a draft, which is a long page. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class DraftContentsTest extends DeskAtWork {
  @Test
  void everyPartOfADraftHasAnEntryThatSaysItsHeading() {
    for (Document document : Document.values()) {
      Element page = page(document.code());
      List<String> titles =
          page.select(".read h2").stream()
              .filter(title -> !title.id().isEmpty() && !title.id().equals("mistakes-title"))
              .map(title -> title.id() + " " + title.text())
              .toList();

      List<String> entries =
          page.select("nav.contents a").stream()
              .map(entry -> entry.attr("href").substring(1) + " " + entry.text())
              .toList();

      assertThat(entries).as(document.code()).containsAll(withoutTheClauses(titles));
      assertThat(page.select("details.contents a").eachAttr("href"))
          .isEqualTo(page.select("nav.contents a").eachAttr("href"))
          .allSatisfy(at -> assertThat(page.getElementById(at.substring(1))).as(at).isNotNull());
    }
  }

  /** The clauses have an entry each, and none together. */
  private static List<String> withoutTheClauses(List<String> titles) {
    return titles.stream().filter(title -> !title.startsWith("clauses-title")).toList();
  }

  @Test
  void everyClauseOfADraftHasAnEntryAndItsChaptersAreApart() {
    Element page = page("policy");

    assertThat(page.select("nav.contents a[href^=#clause-]"))
        .hasSameSizeAs(page.select(".clauses > li"));
    assertThat(page.select("nav.contents .opens").eachText())
        .contains("1.1 Profanity", "Advanced")
        .doesNotContain("1.2 Possible profanity");
  }

  private Element page(String document) {
    return Jsoup.parse(desk.page(desk.begin(document, "A change")));
  }
}
