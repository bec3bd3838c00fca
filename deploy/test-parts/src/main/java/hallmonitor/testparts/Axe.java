package hallmonitor.testparts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/**
 * Deque's axe, which finds the violations of WCAG 2.1 A and AA that a program can find. Its script
 * is in the library axe-core, which the tests that use it have.
 */
public final class Axe {
  private static final String SCRIPT = script();

  private static final String IS_THERE = "return typeof axe !== 'undefined';";

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"]})
      .then(found => found.violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
        v.id + ": " + n.html.slice(0, 200) + " " + (n.any[0] || n.all[0] || n.none[0] || {}).message)))
      .then(done, e => done(["axe failed: " + e]));
      """;

  private Axe() {}

  /** Returns one sentence for each violation of the open page, at most three per rule. */
  @SuppressWarnings("unchecked")
  public static List<String> violations(JavascriptExecutor browser) {
    // Half a megabyte: once on each page.
    if (Boolean.FALSE.equals(browser.executeScript(IS_THERE))) {
      browser.executeScript(SCRIPT + "\nwindow.axe = axe;");
    }
    return (List<String>) Objects.requireNonNull(browser.executeAsyncScript(RUN));
  }

  private static String script() {
    try (InputStream found = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(found).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
