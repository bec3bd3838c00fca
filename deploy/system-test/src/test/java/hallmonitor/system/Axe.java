package hallmonitor.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe, which finds the violations of WCAG 2.1 A and AA that a program can find. */
public final class Axe {
  private static final String SCRIPT = script();

  private static final String IS_THERE = "return typeof axe !== 'undefined';";

  private static final String RUN =
      """
      const found = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"]});
      return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n =>
        v.id + ": " + n.html.slice(0, 200) + " " + (n.any[0] || n.all[0] || n.none[0] || {}).message));
      """;

  private Axe() {}

  /** Returns one sentence for each violation, at most three per rule. */
  @SuppressWarnings("unchecked")
  public static List<String> violations(Chromium browser) {
    // Half a megabyte: once on each page.
    if (Boolean.FALSE.equals(browser.read(IS_THERE))) {
      browser.run(SCRIPT + "\nwindow.axe = axe; return null;");
    }
    return (List<String>) browser.run(RUN);
  }

  private static String script() {
    try (InputStream found = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
