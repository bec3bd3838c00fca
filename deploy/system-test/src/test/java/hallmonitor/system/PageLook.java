package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.local.PortName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.openqa.selenium.By;

/**
 * Looks at pages: nothing runs, nothing is pushed aside, and axe has no complaint on a wide screen
 * in light and on a phone in dark.
 */
final class PageLook {
  private static final int NARROWEST = 320;
  private static final String OVERFLOW =
      """
      const root = document.scrollingElement;
      if (root.scrollWidth <= root.clientWidth) return "";
      return [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest(".table"))
        .map(e => e.outerHTML.slice(0, 120)).slice(-2).join(" | ") || "wider than the screen";
      """;
  private static final String SMALL =
      """
      return [...document.querySelectorAll("button, .button, summary, nav a, select, input:not([type=hidden])")]
        .filter(e => e.checkVisibility() && !e.closest(".unseen") && !e.matches(".unseen"))
        .map(e => [e.closest("label") || e, e])
        .filter(([box]) => { const r = box.getBoundingClientRect(); return r.width > 0 && (r.height < given[0] - .5 || r.width < given[0] - .5); })
        .map(([box, e]) => Math.round(box.getBoundingClientRect().height) + " px: " + e.outerHTML.slice(0, 120)).slice(0, 3);
      """;

  /** Boxes that a layout pulls far away from their words. */
  private static final String STRETCHED =
      """
      return [...document.querySelectorAll("input[type=checkbox], input[type=radio]")]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 60).map(e => e.name).slice(0, 3);
      """;

  private static final String ILL_FITTING =
      """
      const found = [];
      const root = document.scrollingElement;
      const ends = [...document.querySelectorAll("main, .rail")].map(e => e.getBoundingClientRect().bottom + scrollY);
      if (root.scrollHeight > innerHeight && Math.max(...ends) <= innerHeight) found.push("scrolls although all fits");
      for (const age of document.querySelectorAll(".row .age")) {
        const row = age.closest(".row").getBoundingClientRect();
        if (age.checkVisibility() && age.getBoundingClientRect().right > row.right) found.push("cut: " + age.textContent);
      }
      for (const field of document.querySelectorAll("input[maxlength]")) {
        const narrow = field.maxLength >= 100 && field.getBoundingClientRect().width < 150;
        if (field.checkVisibility() && narrow) found.push("narrow: " + field.name);
      }
      return found.slice(0, 3);
      """;

  private static final int SMALLEST_TARGET = 24;

  /** What each class has visited: each of its tests has a look of its own. */
  private static final Map<String, Set<String>> VISITED = new ConcurrentHashMap<>();

  private final Chromium browser;
  private final String console;
  private final String visitor;
  private final SoftAssertions soft = new SoftAssertions();

  /**
   * Creates it.
   *
   * @param visitor the class that visits, as in page-visits.txt
   */
  PageLook(FreshConsole console, Class<?> visitor) {
    this.browser = console.browser();
    this.console = console.stack().address(PortName.CONSOLE);
    this.visitor = visitor.getSimpleName();
  }

  String address(String path) {
    return console + path;
  }

  /** Opens a page and looks at it. */
  void visit(String name, String path) {
    visit(name, path, SMALLEST_TARGET);
  }

  /**
   * Opens a page and looks at it.
   *
   * @param target smallest size of a click target, in CSS pixels
   */
  void visit(String name, String path, int target) {
    open(path);
    at(name, target);
  }

  /** Opens a page. */
  void open(String path) {
    browser.open(address(path));
    browser.waitFor(By.tagName("h1"));
  }

  /** Looks at the page that is open. */
  void at(String name) {
    at(name, SMALLEST_TARGET);
  }

  private void at(String name, int target) {
    note();
    browser.screen(1360, 900, false);
    picture(name + "-desktop-light");
    soft.assertThat((List<?>) browser.run(ILL_FITTING)).as("fits badly on %s", name).isEmpty();
    soft.assertThat(browser.violations()).as("axe on %s, wide and light", name).isEmpty();
    browser.screen(390, 844, true);
    picture(name + "-phone-dark");
    soft.assertThat(browser.violations()).as("axe on %s, phone and dark", name).isEmpty();
    soft.assertThat((List<?>) browser.run(SMALL, target))
        .as("too small to press on %s", name)
        .isEmpty();
    soft.assertThat((List<?>) browser.run(STRETCHED)).as("stretched on %s", name).isEmpty();
    browser.screen(NARROWEST, 640, false);
    soft.assertThat(browser.run(OVERFLOW)).as("scrolls sideways: %s", name).isEqualTo("");
    soft.assertThat(browser.run(HostileCorpus.RAN)).as("a script ran on %s", name).isEqualTo(false);
    soft.assertThat(browser.complaints())
        .as("the browser on %s", name)
        .allMatch(
            said ->
                name.startsWith("not-found") && said.contains("status of 404")
                    || name.endsWith("-refused") && said.contains("status of 409")
                    || name.endsWith("-mistake") && said.contains("status of 422"));
  }

  private void note() {
    PageVisits.read()
        .page(URI.create(browser.address()).getPath())
        .ifPresent(
            page -> VISITED.computeIfAbsent(visitor, v -> ConcurrentHashMap.newKeySet()).add(page));
  }

  private void picture(String name) {
    browser.screenshot("pages/" + name);
  }

  /** Looks at the same pages for readers of Spanish: its words are longer. */
  void inSpanish(Runnable round) {
    open("/queue");
    Console.send(browser, "/language", Map.of("language", "es", "back", "/queue"));
    try {
      round.run();
      soft.assertThat(browser.run("return document.documentElement.lang;")).isEqualTo("es");
    } finally {
      Console.send(browser, "/language", Map.of("language", "en", "back", "/queue"));
    }
  }

  /** Fails if the logs have anything that people or strangers wrote. */
  void checkLogs(ScratchStack stack) throws IOException {
    try (Stream<Path> logs = Files.list(stack.stack().logs())) {
      for (Path log : logs.toList()) {
        soft.assertThat(Files.readString(log))
            .as(log.getFileName().toString())
            .doesNotContain(HostileCorpus.MARKS);
      }
    }
  }

  SoftAssertions soft() {
    return soft;
  }

  /** Fails if anything was wrong on any page. */
  void check() {
    soft.assertAll();
  }

  /** Fails if a page was not visited that page-visits.txt promises of this class. */
  void checkVisits() {
    assertThat(VISITED.getOrDefault(visitor, Set.of()))
        .as("pages that %s visits by page-visits.txt", visitor)
        .containsAll(PageVisits.read().of(visitor));
  }
}
