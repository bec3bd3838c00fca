package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.PrincipalAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.records.KeptCounts;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests in a browser that what a page says can be read on small screens. */
@ConsoleTest
class SmallScreensTest extends PrincipalAtWork {
  private static final String SIDEWAYS =
      """
      return [...document.querySelectorAll(".table, main")]
        .filter(place => place.scrollWidth > place.clientWidth).map(place => place.outerHTML.slice(0, 80));
      """;

  /** Texts of these places, from the top of the screen down. */
  private static final String DOWNWARD =
      """
      return [...document.querySelectorAll(arguments[0])]
        .filter(place => place.checkVisibility() && place.getBoundingClientRect().height)
        .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .map(place => place.innerText.trim()).join(" | ");
      """;

  @Inject KeptCounts counts;
  @Inject RecordPlaces places;

  private ConsoleScreen screen;

  @BeforeEach
  void openABrowser() {
    screen = ConsoleScreen.orSkip();
  }

  @AfterEach
  void closeIt() {
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  void theAuditLogIsCardsOnAPhoneThatBeginWithWhatWasDone() {
    screen.size(390, 844, false);
    screen.signIn("administrator");
    screen.open("/audit");

    assertThat((List<?>) screen.read(SIDEWAYS)).isEmpty();
    assertThat(screen.read(DOWNWARD, "table.audit tr:first-child td").toString())
        .startsWith("Signed in | ")
        .contains("| administrator");
    screen.picture("audit-390");
  }

  @Test
  void recordsSayOnAPhoneWhatEachNumberCountsAndSinceWhen() {
    seed.aCase("1").in(StaffSeed.OWN).there();
    counts.due().forEach(month -> counts.count(month, places.calendar()));
    screen.size(390, 844, true);
    screen.signIn("administrator");
    screen.open("/records");

    assertThat((List<?>) screen.read(SIDEWAYS)).isEmpty();
    assertThat(
            screen
                .read(DOWNWARD, ".carded tbody tr:first-child > *")
                .toString()
                .replaceAll("\\s+", " "))
        .contains("news (practice page) | Without a case 0 |")
        .containsPattern("With an open case 1 oldest \\w+ \\d+");
    screen.picture("records-390-dark");
  }

  @Test
  void anAuthorsNameStandsWholeInTheQueueOfASmallLaptop() {
    seed.aCase("1").by("Jennifer Montgomery").found("BULLYING", .97, "Says so.").there();
    screen.size(1024, 768, false);
    screen.signIn("moderator");
    screen.open("/queue?state=open");
    screen.until("return document.querySelectorAll('#rows .row').length === 1");

    assertThat(
            screen.read(
                "const by = document.querySelector('#rows .by'); return by.scrollWidth <= by.clientWidth"))
        .isEqualTo(true);
    screen.picture("queue-names-1024");
  }

  @Test
  void onAPhoneAFilterOpensNearTheThumbAndNoRowNamesTheOnlyAccount() {
    seed.aCase("1").urgency("soon").found("BULLYING", .97, "Says so.").there();
    seed.aCase("2").urgency("immediate").found("THREAT", .97, "Says so.").there();
    screen.size(390, 844, false);
    screen.signIn("moderator");
    screen.open("/queue?state=open");
    screen.until("return document.querySelectorAll('#rows .row').length === 2");

    assertThat((List<?>) screen.read(SIDEWAYS)).isEmpty();
    assertThat(screen.read("return document.querySelector('.row .where').checkVisibility()"))
        .isEqualTo(false);
    screen.click("[data-choice=urgency] summary");
    assertThat(
            screen.read(
                """
                const list = document.querySelector("[data-choice=urgency] ul").getBoundingClientRect();
                const menu = document.querySelector(".rail nav").getBoundingClientRect();
                return list.left === 0 && list.right === innerWidth && Math.abs(list.bottom - menu.top) < 2;
                """))
        .isEqualTo(true);
    screen.picture("queue-filter-390");
  }

  @Test
  void linesToCallAndFoldedCasesFitAPhone() {
    staff.escalated(StaffSeed.OWN, "immediate");
    staff.escalated(StaffSeed.OWN, "soon");
    screen.signIn("principal");
    for (int width : new int[] {320, 390, 1440}) {
      screen.size(width, 844, width == 390);
      screen.open("/my-building");
      assertThat((List<?>) screen.read(SIDEWAYS)).as("at %d", width).isEmpty();
      assertThat(screen.read(DOWNWARD, ".calls a, .folded > summary .count").toString())
          .as("at %d", width)
          .startsWith("Emergency")
          .endsWith("1 of 2 | 2 of 2");
      screen.picture("my-schools-" + width);
    }
  }
}
