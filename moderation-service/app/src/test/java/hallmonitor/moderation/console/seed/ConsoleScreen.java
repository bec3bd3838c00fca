package hallmonitor.moderation.console.seed;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.testparts.Axe;
import hallmonitor.testparts.HeadlessBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** A real browser on the console of a test. */
public final class ConsoleScreen implements AutoCloseable {
  private final HeadlessBrowser browser;
  private final ChromeDriver driver;

  private ConsoleScreen(HeadlessBrowser browser) {
    this.browser = browser;
    this.driver = browser.driver();
  }

  /** Returns empty if Debian's packages chromium and chromium-driver are not installed. */
  public static Optional<ConsoleScreen> start() {
    return HeadlessBrowser.start(options -> {}).map(ConsoleScreen::new);
  }

  /** Starts a browser, or skips the test if there is none. */
  public static ConsoleScreen orSkip() {
    Optional<ConsoleScreen> found = start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    return found.orElseThrow();
  }

  public void signIn(String name) {
    // A page that is still open would ask for something without its cookies, and the answer would
    // replace the token of the form below.
    driver.get("about:blank");
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    open("/sign-in");
    driver.findElement(By.name("name")).sendKeys(name);
    driver.findElement(By.name("password")).sendKeys(Seed.PASSWORD);
    driver.findElement(By.cssSelector("main button.primary")).click();
    until("return location.pathname !== '/sign-in'");
  }

  /** Emulates a screen of this size, in CSS pixels. */
  public void size(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Lets live updates reach the pages that are opened from now on, or holds them back. */
  public void news(boolean arrive) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setBlockedURLs", Map.of("urls", arrive ? List.of() : List.of("*/events*")));
  }

  public void open(String path) {
    driver.get(ConsoleBrowser.address(path).toString());
  }

  public void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  public void pressWithShift(CharSequence keys) {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(keys).keyUp(Keys.SHIFT).perform();
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  public Object read(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  public String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  /** Waits until the script returns true. */
  public void until(String script, Object... arguments) {
    await(script)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> Boolean.TRUE.equals(read(script, arguments)));
  }

  /** Returns what axe complains about on the open page. */
  public List<String> violations() {
    return Axe.violations(driver);
  }

  /** Saves a picture beside the test reports, for people to look at. */
  public void picture(String name) {
    HeadlessBrowser.keep(name, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    browser.close();
  }
}
