package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** A console full of hostile texts, which all share. Each class looks at a part of its pages. */
@TestMethodOrder(OrderAnnotation.class)
abstract class HostilePages {
  private static final int AFTER_ALL_PAGES = 100;

  static final FreshConsole CONSOLE = new FreshConsole();

  static Chromium browser;
  static ScratchStack stack;
  static String threat;
  static String hidden;

  final PageLook look;

  /**
   * Creates one.
   *
   * @param pages the class that visits, as in page-visits.txt
   */
  HostilePages(Class<?> pages) {
    look = new PageLook(CONSOLE, pages);
  }

  /** Fills the console, once it has started. */
  static void fill() {
    browser = CONSOLE.browser();
    stack = CONSOLE.stack();
    turnBlockingOn();
    browser.waitUntilShown(By.tagName("h1"), "Queue");
    new HostileCorpus(stack, browser).fill();
    threat = aCase("outcome = 'escalate'");
    hidden = aCase("outcome = 'hide' and state = 'open'");
    assertThat(browser.complaints()).isEmpty();
  }

  @AfterEach
  void nothingWasWrong() {
    look.check();
  }

  @Test
  @Order(AFTER_ALL_PAGES)
  void everyPageThatThisClassPromisesWasVisited() {
    look.checkVisits();
  }

  /** With all that people and strangers wrote. */
  @Test
  @Order(AFTER_ALL_PAGES)
  void nothingThatAnyoneWroteIsInTheLogs() throws IOException {
    look.checkLogs(stack);
  }

  /** Cells of these files would run as formulas in no spreadsheet. */
  void download(String... files) {
    for (String file : files) {
      String csv = Console.download(browser, file);
      assertThat(csv).as(file).isNotBlank();
      List<String> running = Console.cellsThatRun(csv);
      look.soft()
          .assertThat(running)
          .as("cells of %s that a spreadsheet would run", file)
          .isEmpty();
    }
  }

  /** Presses what the bar at the bottom of a narrow window may cover. */
  static void press(String button) {
    browser.waitFor(By.cssSelector(button));
    browser.run("document.querySelector(given[0]).click(); return null;", button);
  }

  /** The same with fields that the browser would ask for first: the server refuses them. */
  static void pressUnfilled(String button) {
    browser.waitFor(By.cssSelector(button));
    browser.run("document.querySelector(given[0]).form.noValidate = true; return null;", button);
    press(button);
  }

  /** Returns the first text that a query finds in the archive. */
  static String one(String query) {
    return stack.archive().texts(query).get(0);
  }

  private static String aCase(String where) {
    return one(
        "select case_id::text from review_case where "
            + where
            + " order by opened_at desc limit 1");
  }

  private static void turnBlockingOn() {
    try {
      Path file = stack.stack().config().resolve("replies.yaml");
      Files.writeString(file, Files.readString(file).replace("blocking: off", "blocking: on"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
