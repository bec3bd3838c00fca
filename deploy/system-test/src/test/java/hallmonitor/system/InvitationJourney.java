package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.PortName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Tests in a browser how a new person is invited by mail, signs in, and loses access again. */
abstract class InvitationJourney {
  private static final Pattern LINK = Pattern.compile("http\\S+/sign-in/invitation/\\S{43}");
  private static final String ADDRESS = "ana.ruiz@maplevalley12.example";

  private final Chromium browser;
  private final ScratchStack stack;

  private final SoftAssertions soft = new SoftAssertions();

  InvitationJourney(FreshConsole console) {
    browser = console.browser();
    stack = console.stack();
  }

  @Test
  void somebodyIsInvitedComesInOnAPhoneAndIsSentAway() {
    browser.open(address("/people"));
    look("people");
    browser.open(address("/people/new"));
    browser.type("displayName", "Ana Ruiz");
    browser.type("email", ADDRESS);
    browser.click(By.cssSelector("input[name=building][value=maple-high]"));
    browser.waitUntilShown(By.id("preview"), "Sees only the cases of Maple Valley High School.");
    browser.click(By.cssSelector("input[name=role][value=auditor]"));
    browser.waitUntilShown(By.cssSelector("#preview .denied"), "Decide cases");
    look("invite");
    browser.click(By.id("invite"));
    browser.waitUntilShown(By.tagName("h1"), "Ana Ruiz");

    String link = link();
    Chromium phone = Chromium.start().orElseThrow();
    try {
      phone.asPhone(390, 844);
      phone.open(link);
      phone.waitUntilShown(By.tagName("h1"), "Welcome, Ana Ruiz");
      phone.screenshot("people/invitation-phone");
      soft.assertThat(phone.violations()).as("axe on the invitation").isEmpty();
      phone.type("next", "four unrelated words here");
      phone.type("again", "four unrelated words here");
      phone.submit();
      phone.waitUntilShown(By.tagName("h1"), "Queue");

      browser.open(address("/people/ana.ruiz"));
      browser.waitUntilShown(By.cssSelector(".standing"), "Signs in");
      look("person");
      browser.click(By.cssSelector("button[value=suspend]"));
      browser.waitUntilShown(By.cssSelector(".standing"), "Suspended");
      phone.open(address("/queue"));
      phone.waitFor(By.name("password"));
      phone.open(link);
      phone.waitUntilShown(By.tagName("h1"), "This link doesn't work");
    } finally {
      phone.close();
    }
    browser.open(address("/audit"));
    browser.waitUntilShown(By.cssSelector("table.audit"), "Suspended sign-in: Ana Ruiz");
    look("audit");
    browser.open(address("/dead-letters"));
    look("failed-messages");
    browser.open(address("/proposals"));
    look("approvals");
    soft.assertAll();
  }

  private String link() {
    await().until(() -> !stack.mail().to(ADDRESS).isEmpty());
    JsonNode mail = stack.mail().open(stack.mail().to(ADDRESS).get(0));
    Matcher link = LINK.matcher(mail.toString().replace("\\n", "\n").replace("\\r", ""));
    assertThat(link.find()).as("a link in the mail").isTrue();
    return link.group();
  }

  private void look(String name) {
    browser.screen(1440, 900, false);
    browser.screenshot("people/" + name + "-desktop");
    soft.assertThat(browser.violations()).as("axe on %s, wide", name).isEmpty();
    browser.screen(390, 844, true);
    browser.screenshot("people/" + name + "-phone");
    soft.assertThat(browser.violations()).as("axe on %s, phone", name).isEmpty();
    soft.assertThat(browser.complaints()).as("the browser on %s", name).isEmpty();
    browser.screen(1440, 900, false);
  }

  private String address(String path) {
    return stack.address(PortName.CONSOLE) + path;
  }
}
