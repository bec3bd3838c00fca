package hallmonitor.moderation.console.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleScreen;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.QueueSeed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the queue in a browser: two panes, keys, toasts, news, and what fits the screen. */
@ConsoleTest
class QueueScreenTest extends NovakAtWork {
  private static final String CHOSEN =
      "return document.querySelector('.row.current')?.dataset.case";
  private static final String TOP =
      "return document.querySelector('.row.current').getBoundingClientRect().top";
  private static final String PANE =
      "return document.querySelector('#detail [data-detail]')?.dataset.detail === arguments[0]";

  private static final String COUNT =
      "return document.querySelector(`[data-count=${arguments[0]}] b`).textContent";

  @Inject Jdbi jdbi;

  private static Optional<ConsoleScreen> found;
  private ConsoleScreen screen;
  private List<UUID> cases;

  @BeforeAll
  static void start() {
    found = ConsoleScreen.start();
  }

  @AfterAll
  static void stop() {
    found.ifPresent(ConsoleScreen::close);
  }

  @BeforeEach
  void aFullQueue() {
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    screen = found.orElseThrow();
    new ManyVoices(seed).fill();
    new QueueSeed(database, jdbi).compared();
    screen.size(1440, 900, false);
    screen.signIn("novak");
    screen.open("/queue?state=open");
    cases = QueueSeed.rows(novak.get("/queue?state=open").asString());
    untilOpen(cases.get(0));
  }

  private void untilOpen(UUID id) {
    screen.until(CHOSEN + " === arguments[0]", id.toString());
    screen.until(PANE, id.toString());
  }

  @Test
  void twelveRowsFitAndTheFirstCaseIsOpenBesideThem() {
    long shown =
        (Long)
            screen.read(
                """
                const box = document.querySelector("#rows").getBoundingClientRect();
                return [...document.querySelectorAll("#rows .row")]
                  .filter(row => row.getBoundingClientRect().bottom <= Math.min(box.bottom, innerHeight)).length;
                """);
    assertThat(shown).isGreaterThanOrEqualTo(12);
    assertThat(screen.read("return document.scrollingElement.scrollHeight <= innerHeight + 1"))
        .isEqualTo(true);
    assertThat(
            (Boolean)
                screen.read(
                    "return document.querySelector('section[aria-label=Why]').getBoundingClientRect().top < innerHeight"))
        .as("the reason is on the first screen")
        .isTrue();
    screen.picture("queue-1440");
  }

  @Test
  void theDecidedRowLeavesAndTheNextCaseIsOpen() {
    screen.press("c");
    untilOpen(cases.get(1));

    assertThat(
            screen.read(
                "return document.getElementById(`case-${arguments[0]}`) === null",
                cases.get(0).toString()))
        .isEqualTo(true);
    assertThat(screen.read("return document.activeElement.dataset.case"))
        .isEqualTo(cases.get(1).toString());
    assertThat(screen.text(".toast")).contains("Hide confirmed.", "Undo");
    screen.picture("queue-toast");
  }

  @Test
  void theCountsFollowADecisionBeforeAnyNewsOfIt() {
    screen.news(false);
    screen.open("/queue?state=open");
    untilOpen(cases.get(0));
    int open = Integer.parseInt(screen.text("#open-count"));
    int unconfirmed = number("unconfirmed");

    screen.press("c");

    screen.until(
        "return document.querySelector('#open-count').textContent === arguments[0]",
        Integer.toString(open - 1));
    screen.until(COUNT + " === arguments[1]", "unconfirmed", Integer.toString(unconfirmed - 1));
    screen.news(true);
  }

  private int number(String counter) {
    return Integer.parseInt((String) screen.read(COUNT, counter));
  }

  @Test
  void aKeyWhileTheRowIsFetchedAgainIsNotLost() {
    screen.read(
        "const row = document.querySelector('.row.current');"
            + "htmx.ajax('GET', `/cases/${row.dataset.case}/row`, { source: row, target: row, swap: 'outerHTML' });"
            + "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true }));");

    untilOpen(cases.get(1));
    assertThat(state()).isEqualTo("confirmed");
  }

  @Test
  void undoBringsTheRowBackToItsPlace() {
    screen.press("j");
    untilOpen(cases.get(1));
    screen.press("c");
    untilOpen(cases.get(2));
    screen.press("c");
    untilOpen(cases.get(3));

    screen.press("u");
    untilOpen(cases.get(2));
    screen.click(".toast .close");
    screen.press("u");
    untilOpen(cases.get(1));

    screen.until(
        "return [...document.querySelectorAll('#rows .row.open')].slice(0, 3).map(r => r.dataset.case).join() === arguments[0]",
        cases.get(0) + "," + cases.get(1) + "," + cases.get(2));
  }

  @Test
  void aNewCaseMovesNothingUnderTheHand() {
    screen.press("j");
    screen.press("j");
    untilOpen(cases.get(2));
    Object top = screen.read(TOP);

    UUID fresh = seed.aCase("fresh").urgency("immediate").saying("Somebody has a gun").there();
    screen.until("return !document.querySelector('#pill').hidden");

    assertThat(screen.read(TOP)).isEqualTo(top);
    assertThat(screen.read(CHOSEN)).isEqualTo(cases.get(2).toString());
    assertThat(screen.text("#pill")).isEqualTo("1 new");
    assertThat(
            screen.read(
                """
                const pill = document.querySelector("#pill").getBoundingClientRect();
                return [...document.querySelectorAll(".row h2, .chip")].every(place => {
                  const box = place.getBoundingClientRect();
                  return !place.checkVisibility() || box.right < pill.left || box.left > pill.right
                    || box.bottom < pill.top || box.top > pill.bottom;
                });
                """))
        .as("it hides neither a case nor a filter")
        .isEqualTo(true);
    screen.picture("queue-new");
    screen.until("return document.title.startsWith('(')");
    screen.click("#pill");
    screen.until(
        "return document.getElementById(`case-${arguments[0]}`) !== null", fresh.toString());
    assertThat(screen.read(CHOSEN)).isEqualTo(cases.get(2).toString());
  }

  @Test
  void theSearchAppliesAtOnceAndIsInTheAddress() {
    screen.press("/");
    screen.press("parking lot");
    screen.until("return document.querySelectorAll('#rows .row').length === 1");

    assertThat(screen.read("return location.search").toString()).contains("q=parking");
    assertThat(screen.read("return document.activeElement.name")).isEqualTo("q");
    screen.until("return document.querySelector('[data-clear]') !== null");
    screen.click("[data-clear]");
    screen.until("return document.querySelectorAll('#rows .row').length > 12");
  }

  @Test
  void theBarForSeveralCasesOffersWhatTheyAllow() {
    assertThat(screen.read("return document.querySelector('#bulk').hidden")).isEqualTo(true);
    screen.press("x");
    screen.until("return !document.querySelector('#bulk').hidden");

    assertThat(screen.text("#bulk"))
        .contains("1 selected", "Confirm hide")
        .doesNotContain("No violation");
    assertThat(screen.read("return document.querySelector('#bulk [value=hide]').hidden"))
        .as("hidden already")
        .isEqualTo(true);
    screen.picture("queue-bulk");
  }

  @Test
  void theFirstKeyAfterSomebodyElseDecidedIsRefusedHoweverLateItComes() {
    elsewhere("restore", 0);
    screen.until("return document.querySelector('.row.current').matches('.settled')");
    assertThat(screen.read(CHOSEN)).isEqualTo(cases.get(0).toString());

    screen.press("u");
    untilToast("Somebody decided this case just now. Look again, then decide.");
    assertThat(state()).isEqualTo("restored");

    screen.until("return document.querySelector('#detail [data-detail]').dataset.version === '1'");
    screen.press("u");
    screen.until("return document.querySelector('.row.current').matches('.open')");
    assertThat(state()).isEqualTo("open");
  }

  @Test
  void undoTakesNothingBackThatSomebodyElseDecidedSince() {
    screen.press("c");
    untilOpen(cases.get(1));
    elsewhere("undo", 1);
    elsewhere("restore", 2);

    screen.press("u");
    untilToast("Nothing was changed.");
    assertThat(state()).isEqualTo("restored");
  }

  /** Decides the first case in another window. */
  private void elsewhere(String decision, int version) {
    assertThat(
            novak
                .postPart(
                    "/cases/" + cases.get(0) + "/decision",
                    Map.of("decision", decision, "version", Integer.toString(version)))
                .statusCode())
        .isEqualTo(200);
  }

  private String state() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select state from review_case where case_id = ?")
                .bind(0, cases.get(0))
                .mapTo(String.class)
                .one());
  }

  private void untilToast(String sentence) {
    screen.until(
        "return (document.querySelector('.toast')?.textContent || '').includes(arguments[0])",
        sentence);
  }

  @Test
  void nothingScrollsSidewaysOnAnyScreen() {
    for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}, {320, 640}}) {
      for (boolean dark : new boolean[] {false, true}) {
        screen.size(size[0], size[1], dark);
        String name = size[0] + (dark ? "-dark" : "");
        screen.open("/queue?state=open");
        if (size[0] > 960) {
          untilOpen(cases.get(0));
        }
        narrow("queue-" + name);
        screen.open("/cases/" + cases.get(0));
        narrow("case-" + name);
      }
    }
    screen.size(1440, 900, false);
    screen.open("/queue?state=open");
    untilOpen(cases.get(0));
    screen.press("?");
    screen.until("return document.querySelector('#keys').open");
    assertThat(
            screen.read(
                "return document.querySelector('#keys').getBoundingClientRect().bottom <= innerHeight"))
        .isEqualTo(true);
    screen.picture("queue-keys");
  }

  private void narrow(String name) {
    screen.picture(name);
    assertThat(
            screen.read(
                "return document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
        .as(name)
        .isEqualTo(true);
  }
}
