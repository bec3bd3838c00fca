package hallmonitor.notifier.service;

import hallmonitor.testparts.HeadlessBrowser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser of a phone's width, without a window. */
final class PhoneBrowser implements AutoCloseable {
  private final HeadlessBrowser browser;
  final ChromeDriver driver;

  private PhoneBrowser(HeadlessBrowser browser) {
    this.browser = browser;
    this.driver = browser.driver();
  }

  /**
   * Starts a browser; empty if Debian's packages chromium and chromium-driver are not installed.
   */
  static Optional<PhoneBrowser> start(boolean scripts) {
    Consumer<ChromeOptions> phone =
        options ->
            options.setExperimentalOption(
                "mobileEmulation",
                Map.of(
                    "deviceMetrics",
                    Map.of("width", 320, "height", 640, "pixelRatio", 2.0, "touch", false)));
    return HeadlessBrowser.start(scripts ? phone : phone.andThen(HeadlessBrowser.withoutScript()))
        .map(PhoneBrowser::new);
  }

  /** Returns what the page's security policy refused, and script errors. */
  List<String> complaints() {
    return browser.complaints().stream().filter(message -> !message.contains("favicon")).toList();
  }

  /** Saves a screenshot of the whole page beside the test reports, for people to look at. */
  void screenshot(String name) {
    screenshot(name, 320, true);
  }

  /** Saves a screenshot at another width, in CSS pixels. */
  void screenshot(String name, int width, boolean phone) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 640, "deviceScaleFactor", 2, "mobile", phone));
    Object height = driver.executeScript("return document.documentElement.scrollHeight");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", phone));
    HeadlessBrowser.keep(name, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    browser.close();
  }
}
