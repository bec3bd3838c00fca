package hallmonitor.system;

import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Tests in a browser with a device for passkeys how a person adds one and signs in with it. */
abstract class PasskeyJourney {
  private static final String NAME = "petra.sol";

  private final Chromium administrator;
  private final ScratchStack stack;
  private final SoftAssertions soft = new SoftAssertions();

  PasskeyJourney(FreshConsole console) {
    administrator = console.browser();
    stack = console.stack();
  }

  @Test
  void somebodyAddsAPasskeySignsInWithItAloneAndAfterThePassword() {
    String first = Console.addPerson(administrator, stack, NAME, "Petra Sol", "moderator");
    try (Chromium laptop = Chromium.start().orElseThrow()) {
      laptop.withPasskeys();
      // Browsers offer no passkeys for an address of digits.
      laptop.open(stack.address(PortName.CONSOLE) + "/sign-in");
      soft.assertThat(laptop.all(By.cssSelector("form[data-passkey]"))).isEmpty();
      Console.signInFirst(laptop, address(""), NAME, first);

      laptop.open(address("/security"));
      laptop.waitFor(By.id("passkey-name")).sendKeys("Office laptop", Keys.ENTER);
      laptop.waitUntilShown(By.tagName("h1"), "Recovery codes");
      look(laptop, "recovery-codes");
      laptop.open(address("/security"));
      laptop.waitUntilShown(By.tagName("main"), "Office laptop");
      look(laptop, "security");

      laptop.waitFor(By.id("passkey-name")).sendKeys("The same device", Keys.ENTER);
      laptop.waitUntilShown(
          By.cssSelector("[data-problem]"), "This device already has a passkey for you.");
      signOut(laptop);
      look(laptop, "sign-in");
      usePasskey(laptop);
      laptop.waitUntilShown(By.tagName("h1"), "Queue");

      signOut(laptop);
      laptop.type("name", NAME);
      laptop.type("password", Console.NEW_PASSWORD);
      laptop.submit();
      laptop.waitUntilShown(By.tagName("h1"), "One more step");
      look(laptop, "one-more-step");
      usePasskey(laptop);
      laptop.waitUntilShown(By.tagName("h1"), "Queue");

      laptop.open(address("/security"));
      laptop.unfold("Change Office laptop");
      laptop.click(By.cssSelector("form[action$='/remove'] button"));
      await().until(() -> laptop.all(By.cssSelector("form[action$='/remove']")).isEmpty());
      soft.assertThat(laptop.textOf(By.tagName("main"))).contains("Add a passkey");
    }
    soft.assertAll();
  }

  private static void usePasskey(Chromium laptop) {
    laptop.waitFor(By.cssSelector("form[data-passkey] button")).sendKeys(Keys.ENTER);
  }

  private void signOut(Chromium laptop) {
    laptop.open(address("/security"));
    Console.send(laptop, "/sign-out", Map.of());
    laptop.open(address("/sign-in"));
  }

  private void look(Chromium laptop, String name) {
    laptop.screen(1440, 900, false);
    laptop.screenshotOfAll("passkeys/" + name + "-desktop");
    soft.assertThat(laptop.violations()).as("axe on %s, wide", name).isEmpty();
    laptop.screen(390, 844, true);
    laptop.screenshotOfAll("passkeys/" + name + "-phone");
    soft.assertThat(laptop.violations()).as("axe on %s, phone", name).isEmpty();
    soft.assertThat(laptop.complaints()).as("the browser on %s", name).isEmpty();
    laptop.screen(1440, 900, false);
  }

  private String address(String path) {
    return stack.address(PortName.CONSOLE).replace("127.0.0.1", "localhost") + path;
  }
}
