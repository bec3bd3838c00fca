package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** A moderator at the queue who uses only keys. */
final class Moderator {
  private static final Duration SECOND_PRESS = Duration.ofSeconds(15);
  private static final Duration BEFORE_ANOTHER_PRESS = Duration.ofSeconds(1);

  /**
   * What a person sees of a row.
   *
   * @param keys keys of the offered decisions
   * @param decided who decided it; empty while it is open
   * @param problem shown problem; empty if there is none
   * @param last whether it is the end of the list
   * @param gone whether it has left the list, which only this person's own decision does
   */
  record Row(
      String caseId,
      boolean open,
      boolean skipped,
      String keys,
      String decided,
      String problem,
      boolean last,
      boolean gone) {
    static Row gone(String caseId) {
      return new Row(caseId, false, false, "", "", "", false, true);
    }
  }

  private static final String LOOK =
      """
      const row = arguments[0] ? document.getElementById(`case-${arguments[0]}`) : document.querySelector("#rows .row.current");
      const said = selector => (row.querySelector(selector)?.textContent || "").trim();
      return row && {
        caseId: row.dataset.case, open: row.classList.contains("open"), skipped: row.classList.contains("skipped"),
        keys: (row.dataset.choices || "").split(" ").map(offer => offer[0] || "").join(""),
        decided: said(".decided bdi"), problem: said(".problem[data-outcome]"),
        last: !row.nextElementSibling };
      """;

  final Chromium browser;
  final String name;

  Moderator(Chromium browser, String name) {
    this.browser = browser;
    this.name = name;
  }

  void press(CharSequence key) {
    browser.press(key);
  }

  /** Returns the selected case; empty if there is none. */
  Optional<Row> current() {
    return look(null);
  }

  /** Returns a row of the list. */
  Row row(String caseId) {
    return look(caseId).orElseThrow();
  }

  private Optional<Row> look(String caseId) {
    return Optional.ofNullable((Map<?, ?>) browser.read(LOOK, caseId))
        .map(
            seen ->
                new Row(
                    (String) seen.get("caseId"),
                    Boolean.TRUE.equals(seen.get("open")),
                    Boolean.TRUE.equals(seen.get("skipped")),
                    (String) seen.get("keys"),
                    (String) seen.get("decided"),
                    (String) seen.get("problem"),
                    Boolean.TRUE.equals(seen.get("last")),
                    false));
  }

  /** Moves down the list to a case. */
  void goTo(String caseId) {
    while (!current().map(Row::caseId).equals(Optional.of(caseId))) {
      assertThat(goOn()).as("the case stands further down the list").isTrue();
    }
  }

  /**
   * Moves to the next row; returns false at the end of the list, which may only show then. Like a
   * person, presses again if nothing moves, since a list that loads its rest may have found none.
   */
  boolean goOn() {
    String from = caseId(current());
    Predicate<Row> moved = row -> row != null && (row.last() || !row.caseId().equals(from));
    press("j");
    Row now;
    try {
      now = within().atMost(SECOND_PRESS).until(() -> current().orElse(null), moved);
    } catch (ConditionTimeoutException e) {
      press("j");
      now = within().until(() -> current().orElse(null), moved);
    }
    return !now.caseId().equals(from);
  }

  /** Waits until a case is selected. */
  void untilCurrent(String caseId) {
    within().until(() -> caseId(current()).equals(caseId));
  }

  /** Waits until a row matches. */
  Row until(String caseId, Predicate<Row> looks) {
    return within().until(() -> look(caseId).orElse(null), row -> row != null && looks.test(row));
  }

  /** Presses a key of the selected row and waits for the result. */
  Row decide(String key) {
    return decide(current().orElseThrow(), key);
  }

  /** Another moderator may already have decided what this person still sees as open. */
  Row decide(Row seen, String key) {
    press(key);
    if (isToldToWait()) {
      await().pollDelay(BEFORE_ANOTHER_PRESS).until(() -> true);
      press(key);
    }
    return within()
        .until(
            () -> look(seen.caseId()).orElseGet(() -> Row.gone(seen.caseId())),
            row -> row.gone() || row.open() != seen.open() || !row.problem().isEmpty());
  }

  /**
   * A key that is faster than the answer to the one before it is not taken, and the page says so.
   */
  private boolean isToldToWait() {
    return Objects.toString(browser.read("return document.getElementById('announce').textContent"))
        .contains("Wait a moment");
  }

  /** Waits until the pane shows a case. */
  void untilOpen(String caseId) {
    browser.waitFor(org.openqa.selenium.By.cssSelector("#detail [data-detail='" + caseId + "']"));
  }

  /** Waits until the next open case is selected, if there is one. */
  void untilGoneOn(String caseId) {
    within()
        .until(
            () ->
                Boolean.TRUE.equals(
                    browser.read(
                        "const row = document.getElementById(`case-${arguments[0]}`);return !row ||"
                            + " !row.matches('.current') || !document.querySelector('.row.current ~"
                            + " .row.open, .row.current ~ .next')",
                        caseId)));
  }

  /** Waits for a screen reader announcement. */
  void untilTold(String sentence) {
    within()
        .until(
            () ->
                Objects.toString(
                        browser.read("return document.getElementById('announce').textContent"))
                    .contains(sentence));
  }

  /** Returns the cases of the list, in order. */
  List<String> caseIds() {
    return ((List<?>)
            browser.read(
                "return [...document.querySelectorAll('#rows .row')].map(row => row.dataset.case)"))
        .stream().map(String.class::cast).toList();
  }

  private static String caseId(Optional<Row> row) {
    return row.map(Row::caseId).orElse("");
  }

  private static org.awaitility.core.ConditionFactory within() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).pollInSameThread();
  }
}
