package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Somebody at the queue who does everything by keys. */
final class Moderator {
  /**
   * What a person sees of a row.
   *
   * @param keys those of the decisions that it offers
   * @param decided by whom, as it says; empty while it is open
   * @param problem what could not be done, as it says; empty when nothing is wrong
   * @param last whether the list ends with it
   */
  record Row(
      String caseId,
      boolean open,
      boolean skipped,
      String keys,
      String decided,
      String problem,
      boolean last) {}

  private static final String LOOK =
      """
      const row = arguments[0] ? document.getElementById(`case-${arguments[0]}`) : document.querySelector("#rows .row.current");
      const said = selector => (row.querySelector(selector)?.textContent || "").trim();
      return row && {
        caseId: row.dataset.case, open: row.classList.contains("open"), skipped: row.classList.contains("skipped"),
        keys: [...row.querySelectorAll("button.choice")].map(button => button.dataset.key).join(""),
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

  /** The case that the next key is for; empty when none is chosen. */
  Optional<Row> current() {
    return look(null);
  }

  /** A row in the list. */
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
                    Boolean.TRUE.equals(seen.get("last"))));
  }

  /** Goes down the list to a case. */
  void goTo(String caseId) {
    while (!current().map(Row::caseId).equals(Optional.of(caseId))) {
      assertThat(goOn()).as("the case stands further down the list").isTrue();
    }
  }

  /** The next row; false at the end of the list, which may turn out to be the end only then. */
  boolean goOn() {
    String from = caseId(current());
    press("j");
    Row now =
        within()
            .until(
                () -> current().orElse(null),
                row -> row != null && (row.last() || !row.caseId().equals(from)));
    return !now.caseId().equals(from);
  }

  /** Waits until the next key is for this case. */
  void untilCurrent(String caseId) {
    within().until(() -> caseId(current()).equals(caseId));
  }

  /** Waits until a row looks so. */
  Row until(String caseId, Predicate<Row> looks) {
    return within().until(() -> look(caseId).orElse(null), row -> row != null && looks.test(row));
  }

  /** Presses a key of the current row and waits for what comes of it. */
  Row decide(String key) {
    return decide(current().orElseThrow(), key);
  }

  /** Somebody else may have decided meanwhile what this person still sees open. */
  Row decide(Row seen, String key) {
    press(key);
    return until(seen.caseId(), row -> row.open() != seen.open() || !row.problem().isEmpty());
  }

  /** Waits until the next open case is chosen, where one follows. */
  void untilGoneOn(String caseId) {
    within()
        .until(
            () ->
                Boolean.TRUE.equals(
                    browser.read(
                        "const row = document.getElementById(`case-${arguments[0]}`);return"
                            + " !row.matches('.current') || !document.querySelector('.row.current ~"
                            + " .row.open, .row.current ~ .next')",
                        caseId)));
  }

  /** What a screen reader was told last. */
  void untilTold(String sentence) {
    within()
        .until(
            () ->
                Objects.toString(
                        browser.read("return document.getElementById('announce').textContent"))
                    .contains(sentence));
  }

  /** The cases of the list, in its order. */
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
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .pollInSameThread();
  }
}
