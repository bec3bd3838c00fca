package hallmonitor.system;

import static hallmonitor.system.TwoModerators.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.local.PortName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/** The menu and the first steps of an administrator of a new installation. */
@TestMethodOrder(OrderAnnotation.class)
abstract class MenuJourney {
  private static final String THREAT =
      "I'm bringing my dad's gun to the gym tomorrow at lunch and you will all be sorry";

  private final Chromium browser;
  private final ScratchStack stack;

  MenuJourney(FreshConsole console) {
    browser = console.browser();
    stack = console.stack();
  }

  @Test
  @Order(1)
  void aNewInstallationOpensWithWhatToDoFirst() {
    browser.open(stack.address(PortName.CONSOLE) + "/");
    browser.waitUntilShown(By.className("checklist"), "Try a comment");
    assertThat(browser.address()).endsWith("/home");
    browser.screenshot("home-first-run");
    assertThat(browser.all(By.cssSelector(".checklist a[target=_blank]")))
        .extracting(link -> link.getDomAttribute("href"))
        .containsExactly(stack.address(PortName.PRACTICE), stack.address(PortName.MAILBOX));
  }

  @Test
  @Order(2)
  void urgentCasesAreInTheMenuTheTitleAndTheIconOfAnyPageWithoutReloading() {
    browser.open(stack.address(PortName.CONSOLE) + "/reports");
    browser.waitFor(By.tagName("h1"));
    browser.run("window.stays = true; return null;");
    String title = (String) browser.read("return document.title;");
    assertThat(title).doesNotStartWith("(");

    stack.practice().post(1, "no name", THREAT);

    browser.waitFor(By.cssSelector(".rail [data-count=urgent]:not([hidden])"));
    eventually(() -> assertThat(browser.read("return document.title;")).isEqualTo("(1) " + title));
    assertThat(browser.read("return document.querySelector('link[rel=icon]').href;"))
        .asString()
        .endsWith("/console/icon-urgent.svg");
    assertThat(browser.read("return window.stays;")).isEqualTo(true);
  }

  @Test
  @Order(3)
  void compactRowsStayAfterThePageIsLeft() {
    browser.click(By.cssSelector("#me summary"));
    browser.click(By.id("compact-on"));
    browser.open(stack.address(PortName.CONSOLE) + "/queue");
    browser.waitFor(By.tagName("h1"));
    assertThat(browser.read("return document.documentElement.classList.contains('compact');"))
        .isEqualTo(true);
    assertThat(browser.read("return document.querySelector('#compact-on').checked;"))
        .isEqualTo(true);
    browser.run("localStorage.removeItem('density'); return null;");
  }

  @Test
  @Order(4)
  void homeShowsWhatWaitsAndTheStepsThatAreDone() {
    browser.open(stack.address(PortName.CONSOLE) + "/home");
    browser.waitUntilShown(By.className("checklist"), "of 6 done");
    assertThat(browser.textOf(By.cssSelector(".stat.red"))).contains("Urgent").contains("1");
    browser.screenshotOfAll("home");
    assertThat(browser.all(By.cssSelector(".checklist li.done"))).isNotEmpty();
    browser.click(By.xpath("//button[normalize-space()='Hide this list']"));
    eventually(() -> assertThat(browser.all(By.className("checklist"))).isEmpty());
    browser.open(stack.address(PortName.CONSOLE) + "/");
    browser.waitUntilShown(By.tagName("h1"), "Queue");
    assertThat(browser.complaints()).isEmpty();
  }
}
