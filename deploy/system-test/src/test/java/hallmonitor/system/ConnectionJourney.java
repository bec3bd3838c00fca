package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.local.PortName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Tests in a browser, with all services, that an account is connected by a link: its holder enters
 * the password on a phone, and an administrator adds the account.
 */
abstract class ConnectionJourney {
  private static final Pattern LINK = Pattern.compile("http\\S+/connect/[0-9a-f.-]{60,80}");
  private static final String HOLDER = "rosa.diaz@maplevalley12.example";
  private static final String NAME = "Maple Valley on Bluesky";

  private final Chromium browser;
  private final ScratchStack stack;
  private final SoftAssertions soft = new SoftAssertions();

  ConnectionJourney(FreshConsole console) {
    browser = console.browser();
    stack = console.stack();
  }

  @Test
  void theHolderSignsAnAccountInOnAPhoneAndAnAdministratorAddsIt() throws IOException {
    browser.open(address("/connections"));
    look(browser, "begin");
    begin();
    look(browser, "page");
    browser.type("name", "Rosa Diaz");
    browser.type("email", HOLDER);
    browser.click(By.xpath("//button[.='Send the link']"));
    browser.waitUntilShown(By.id("invite"), "A link for the person");

    Chromium phone = Chromium.start().orElseThrow();
    try {
      phone.asPhone(390, 844);
      phone.open(link());
      phone.waitUntilShown(By.tagName("h1"), "Connect " + NAME);
      look(phone, "link");
      handOver(phone, "maple-valley-high.test", "wrong");
      phone.waitUntilShown(By.id("answer"), "Not accepted.");
      String[] right =
          Files.readString(stack.stack().secrets().resolve("accounts/practice-bluesky"))
              .strip()
              .split(":", 2);
      handOver(phone, right[0], right[1]);
      phone.waitUntilShown(By.id("answer"), "It works. Thank you.");
      look(phone, "link-works");
    } finally {
      phone.close();
    }

    browser.open(browser.address());
    browser.waitUntilShown(By.id("answer"), "It works");
    look(browser, "works");
    browser.click(By.xpath("//button[starts-with(., 'Add it')]"));
    browser.waitUntilShown(By.tagName("main"), NAME);
    assertThat(browser.address()).contains("/policy/drafts/");
    soft.assertAll();
  }

  private void begin() {
    browser.open(address("/connections/new/bluesky"));
    browser.type("name", NAME);
    browser.waitFor(By.name("base-url")).clear();
    browser.type("base-url", stack.address(PortName.PRACTICE) + "/bluesky/api");
    browser.choose("building", "Maple Valley High School");
    browser.choose("kind", "School");
    browser.choose("administrator", "Petra Novak");
    browser.submit();
    browser.waitUntilShown(By.tagName("h1"), NAME);
  }

  private static void handOver(Chromium holder, String user, String password) {
    holder.type("user", user);
    holder.type("secret", password);
    holder.click(By.xpath("//button[.='Test and save']"));
  }

  private String link() {
    await().until(() -> !stack.mail().to(HOLDER).isEmpty());
    JsonNode mail = stack.mail().open(stack.mail().to(HOLDER).get(0));
    Matcher link = LINK.matcher(mail.toString().replace("\\n", "\n").replace("\\r", ""));
    assertThat(link.find()).as("a link in the mail").isTrue();
    return link.group();
  }

  private void look(Chromium on, String name) {
    on.screenshot("connect/" + name);
    soft.assertThat(on.violations()).as("axe on %s", name).isEmpty();
    soft.assertThat(on.complaints()).as("the browser on %s", name).isEmpty();
  }

  private String address(String path) {
    return stack.address(PortName.CONSOLE) + path;
  }
}
