package hallmonitor.system;

import hallmonitor.local.PortName;
import org.openqa.selenium.By;

/** The console as its first administrator comes to it. */
final class Console {
  private static final String NEW_PASSWORD = "four unrelated words here";

  private Console() {}

  /** The first sign-in, which asks for a password of one's own. Ends on the queue. */
  static void signIn(Chromium browser, ScratchStack stack) {
    String first = stack.stack().firstSignIn().orElseThrow().split(" ")[1];
    browser.open(stack.address(PortName.CONSOLE) + "/");
    signIn(browser, first);
    browser.waitFor(By.name("old"));
    browser.open(stack.address(PortName.CONSOLE) + "/queue");
    browser.type("old", first);
    browser.type("next", NEW_PASSWORD);
    browser.type("again", NEW_PASSWORD);
    browser.submit();
    signIn(browser, NEW_PASSWORD);
  }

  private static void signIn(Chromium browser, String password) {
    browser.type("name", "admin");
    browser.type("password", password);
    browser.submit();
  }
}
