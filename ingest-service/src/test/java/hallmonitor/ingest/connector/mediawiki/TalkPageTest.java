package hallmonitor.ingest.connector.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkPageTest {
  private final TalkPage page = new TalkPage(7, "Talk:Budget", "An old line", "Moderator");

  private void saved(long id, String user, String summary, String... lines) {
    page.follow(
        new PageRevision(id, id - 1, user, 1, Instant.EPOCH, summary, "{}"),
        String.join("\n", lines));
  }

  @Test
  void whatARevisionAddsIsItsCommentAndAnswersWhatStandsAboveItLessIndented() {
    saved(10, "Kim", "", "An old line", "Why?");
    saved(11, "Lee", "", "An old line", "Why?", ":Because.");
    saved(12, "Ann", "", "An old line", "Why?", ":Because.", "::Really?");
    saved(13, "Sam", "", "An old line", "Why?", ":Because.", "::Really?", ":I agree.");

    assertThat(page.comments()).containsExactly(10L, 11L, 12L, 13L);
    assertThat(page.shown(11)).containsExactly(":Because.");
    assertThat(page.parent(10)).isEmpty();
    assertThat(page.parent(12)).contains(11L);
    assertThat(page.parent(13)).contains(10L);
  }

  @Test
  void anAuthorsChangeOfTheirOwnLineIsAnEditAndSomebodyElsesIsTheirs() {
    saved(10, "Kim", "", "An old line", "Innocent");
    saved(11, "Kim", "", "An old line", "Abuse");
    assertThat(page.comments()).containsExactly(10L);
    assertThat(page.shown(10)).containsExactly("Abuse");

    saved(12, "Troll", "", "An old line", "Forged abuse");
    assertThat(page.comments()).containsExactly(12L);
    assertThat(page.shown(10)).isEmpty();
  }

  @Test
  void whatItsAuthorRewritesDaysLaterIsJudgedAsACommentOfItsOwn() {
    saved(10, "Kim", "", "An old line", "Innocent");
    page.follow(
        new PageRevision(11, 10, "Kim", 1, Instant.EPOCH.plus(Duration.ofHours(49)), "", "{}"),
        "An old line\nAbuse");
    assertThat(page.comments()).containsExactly(11L);
    assertThat(page.shown(11)).containsExactly("Abuse");
  }

  @Test
  void aForgedSignatureMakesNobodyElseTheAuthor() {
    saved(10, "Troll", "", "An old line", "I quit. [[User:Kim|Kim]] 10:00, 1 May 2026 (UTC)");
    assertThat(page.revision(10).orElseThrow().author().name()).isEqualTo("Troll");
  }

  @Test
  void ourOwnHideIsKnownAgainAndGoesBackToItsPlace() {
    saved(10, "Kim", "", "An old line", "Bad words", "After");
    saved(11, "Moderator", "Hidden [hm:hide 10]", "An old line");
    TalkPage.Hidden hidden = page.hidden(10).orElseThrow();
    assertThat(hidden.lines()).containsExactly("Bad words", "After");
    assertThat(page.comments()).containsExactly(10L);

    saved(12, "Lee", "", "An old line", "New");
    assertThat(page.with(hidden)).isEqualTo("An old line\nBad words\nAfter\nNew");
    saved(13, "Moderator", "Restored [hm:show 10]", page.with(hidden).split("\n"));
    assertThat(page.hidden(10)).isEmpty();
    assertThat(page.shown(10)).containsExactly("Bad words", "After");
    assertThat(page.comments()).containsExactly(10L, 12L);
  }

  @Test
  void somebodyElsesSummaryIsNoMarkOfOurs() {
    saved(10, "Kim", "", "An old line", "A comment");
    saved(11, "Troll", "[hm:hide 10]", "An old line");
    assertThat(page.hidden(10)).isEmpty();
  }

  @Test
  void wikitextIsReadAsPeopleSeeIt() {
    assertThat(
            WikiText.plain(
                List.of(
                    "== Lunch ==",
                    ":you '''fo'''<!-- -->ol, see [[Menu|the menu]] & more --[[User:Kim|Kim]] ([[User talk:Kim|talk]]) 10:00, 1 May 2026 (UTC)")))
        .isEqualTo("Lunch\nyou fool, see the menu & more");
    assertThat(WikiText.plain(List.of(WikiText.escaped("a <b>c</b>\n[[x]] & ~~~~"))))
        .startsWith("a <b>c</b>");
  }
}
