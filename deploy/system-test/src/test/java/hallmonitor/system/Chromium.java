package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.testparts.Axe;
import hallmonitor.testparts.HeadlessBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A real browser without a window. */
public final class Chromium implements AutoCloseable {
  private final HeadlessBrowser browser;
  private final ChromeDriver driver;

  private Chromium(HeadlessBrowser browser) {
    this.browser = browser;
    this.driver = browser.driver();
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
  }

  /**
   * Starts a browser; empty if Debian's packages chromium and chromium-driver are not installed.
   */
  public static Optional<Chromium> start() {
    return start(options -> {});
  }

  /** Starts a browser with scripts switched off, as users can in the settings. */
  public static Optional<Chromium> startWithoutScript() {
    return start(HeadlessBrowser.withoutScript());
  }

  private static Optional<Chromium> start(Consumer<ChromeOptions> tune) {
    return HeadlessBrowser.start(
            tune.andThen(options -> options.addArguments("--window-size=1360,900")))
        .map(Chromium::new);
  }

  /** Gives the browser a device that keeps passkeys and verifies its owner at once. */
  void withPasskeys() {
    driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true));
  }

  public void open(String address) {
    driver.get(address);
  }

  public String address() {
    return driver.getCurrentUrl();
  }

  public void type(String name, String text) {
    waitFor(By.name(name)).sendKeys(text);
  }

  /** Sends keys to the focused element. */
  public void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Moves the focus back, as with Shift and Tab. */
  void pressBack() {
    pressWith(Keys.SHIFT, Keys.TAB);
  }

  /** Sends a key to the focused element while another is held. */
  public void pressWith(Keys held, Keys key) {
    new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
  }

  /** Reads something from the page. */
  public Object read(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Makes requests to these addresses fail from the next page on; {@code *} is a wildcard. */
  public void withoutReaching(String... addresses) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
  }

  /** Downloads files into this folder. */
  public void keepsDownloadsIn(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  /** Emulates a touch screen of this size in CSS pixels. */
  public void asPhone(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
  }

  /** Opens a collapsed section. */
  public void unfold(String summary) {
    click(By.xpath("//summary[normalize-space()='" + summary + "']"));
  }

  public void choose(String name, String shown) {
    new Select(waitFor(By.name(name))).selectByVisibleText(shown);
  }

  public void submit() {
    waitFor(By.cssSelector("main button.primary")).click();
  }

  /** Retries if the page replaces the element at that moment, or if a bar covers it. */
  public void click(By what) {
    within()
        .until(
            shown -> {
              WebElement found = shown.findElement(what);
              driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", found);
              found.click();
              return true;
            });
  }

  public WebElement waitFor(By what) {
    return within().until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  public void waitUntilShown(By where, String text) {
    within().until(ExpectedConditions.textToBePresentInElementLocated(where, text));
  }

  /** Waits until another page is open than those with this in their address. */
  public void waitUntilLeft(String path) {
    within().until(ExpectedConditions.not(ExpectedConditions.urlContains(path)));
  }

  public List<WebElement> all(By what) {
    return driver.findElements(what);
  }

  /**
   * Returns the result of a script within the page.
   *
   * @param script may await; {@code given} holds the arguments
   */
  public Object run(String script, Object... arguments) {
    Object[] answer =
        ((List<?>)
                driver.executeAsyncScript(
                    "const done = arguments[arguments.length - 1]; (async (...given) => {\n"
                        + script
                        + "\n"
                        + "})(...arguments).then(found => done(['', found]), e => done([String(e),"
                        + " null]));",
                    arguments))
            .toArray();
    assertThat(answer[0]).as("what went wrong in a script").isEqualTo("");
    return answer[1];
  }

  /** Emulates a screen of this size, in CSS pixels, with a light or dark preference. */
  public void screen(int width, int height, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Returns what the page's security policy refused, and script errors. */
  public List<String> complaints() {
    return browser.complaints();
  }

  /** Returns what axe complains about on the open page. */
  public List<String> violations() {
    return Axe.violations(driver);
  }

  /** Saves a screenshot beside the test reports, for people to look at. */
  public void screenshot(String name) {
    keep(name, Map.of("optimizeForSpeed", true));
  }

  /** Saves a screenshot of the whole page. */
  public void screenshotOfAll(String name) {
    keep(name, Map.of("captureBeyondViewport", true, "clip", all(), "optimizeForSpeed", true));
  }

  private Map<String, Object> all() {
    Map<?, ?> size =
        (Map<?, ?>)
            driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    return Map.of(
        "x", 0, "y", 0, "width", size.get("width"), "height", size.get("height"), "scale", 1);
  }

  private void keep(String name, Map<String, Object> how) {
    Map<String, Object> taken = driver.executeCdpCommand("Page.captureScreenshot", how);
    byte[] picture = OutputType.BYTES.convertFromBase64Png((String) taken.get("data"));
    assertThat(picture).isNotEmpty();
    HeadlessBrowser.keep(name, picture);
  }

  /** Returns the visible text. */
  public String textOf(By where) {
    return within().until(shown -> shown.findElement(where).getText());
  }

  /** Tolerates elements that disappear while one page follows another. */
  private FluentWait<WebDriver> within() {
    return new WebDriverWait(driver, Duration.ofMinutes(1)).ignoring(WebDriverException.class);
  }

  @Override
  public void close() {
    browser.close();
  }
}
