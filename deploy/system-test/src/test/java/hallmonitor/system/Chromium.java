package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser, without a window. */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;
  private final Path profile;

  private Chromium(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  /** Empty where Debian's packages chromium and chromium-driver are not installed. */
  static Optional<Chromium> start() {
    if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
      return Optional.empty();
    }
    try {
      Path profile = Files.createTempDirectory("hall-monitor-chromium-");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(BROWSER.toFile());
      options.addArguments(
          "--headless=new",
          "--no-sandbox", // tests run as root on some machines
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--window-size=1360,900",
          "--user-data-dir=" + profile);
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      options.setCapability("goog:loggingPrefs", logs);
      ChromeDriverService service =
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
      ChromeDriver driver = new ChromeDriver(service, options);
      driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
      return Optional.of(new Chromium(driver, profile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void type(String name, String text) {
    waitFor(By.name(name)).sendKeys(text);
  }

  /** Keys as whoever has the focus gets them. */
  void press(CharSequence keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** To what had the focus before, as by Shift and Tab. */
  void pressBack() {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).perform();
  }

  /** Reads something from the page. */
  Object read(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** From the next page on, no script of a page runs. */
  void withoutScript() {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** From the next page on, requests to such addresses fail: {@code *} stands for anything. */
  void withoutReaching(String... addresses) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
  }

  /** A screen of this width in CSS pixels, touched with fingers. */
  void asPhone(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 844, "deviceScaleFactor", 2, "mobile", true));
  }

  /** What stands below a heading that can be unfolded. */
  void unfold(String summary) {
    click(By.xpath("//summary[normalize-space()='" + summary + "']"));
  }

  void choose(String name, String shown) {
    new Select(waitFor(By.name(name))).selectByVisibleText(shown);
  }

  void submit() {
    waitFor(By.cssSelector("main button.primary")).click();
  }

  /** Also where the page puts something new in its place at that moment. */
  void click(By what) {
    within()
        .ignoring(StaleElementReferenceException.class)
        .until(
            shown -> {
              WebElement found = ExpectedConditions.visibilityOfElementLocated(what).apply(shown);
              if (found != null) {
                found.click();
              }
              return found != null;
            });
  }

  WebElement waitFor(By what) {
    return within().until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  void waitUntilShown(By where, String text) {
    within().until(ExpectedConditions.textToBePresentInElementLocated(where, text));
  }

  List<WebElement> all(By what) {
    return driver.findElements(what);
  }

  /**
   * What a script within the page returns.
   *
   * @param script may await; {@code given} holds the arguments
   */
  Object run(String script, Object... arguments) {
    Object[] answer =
        ((List<?>)
                driver.executeAsyncScript(
                    "const done = arguments[arguments.length - 1]; (async (...given) => {\n"
                        + script
                        + "\n})(...arguments).then(found => done(['', found]), e => done([String(e), null]));",
                    arguments))
            .toArray();
    assertThat(answer[0]).as("what went wrong in a script").isEqualTo("");
    return answer[1];
  }

  /** As if on a screen of this size, in CSS pixels, whose owner prefers light or dark. */
  void screen(int width, int height, boolean dark) {
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

  /** Anything that the page's security policy refused or that failed in a script. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Kept beside the test reports, for people to look at. */
  void screenshot(String name) {
    try {
      Path folder = Path.of("target/screenshots");
      byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
      assertThat(picture).isNotEmpty();
      Path file = folder.resolve(name + ".png");
      Files.createDirectories(file.getParent());
      Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebDriverWait within() {
    return new WebDriverWait(driver, Duration.ofSeconds(20));
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
