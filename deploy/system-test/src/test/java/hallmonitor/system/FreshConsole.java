package hallmonitor.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A new installation for the tests of a class, and its first administrator in a browser. */
final class FreshConsole implements BeforeAllCallback, AfterAllCallback {
  private Chromium browser;
  private ScratchStack stack;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    browser = found.orElseThrow();
    stack = ScratchStack.start();
    Console.signIn(browser, stack);
  }

  /** Signed in. */
  Chromium browser() {
    return browser;
  }

  ScratchStack stack() {
    return stack;
  }

  /** Called even if the start failed halfway. */
  @Override
  public void afterAll(ExtensionContext context) {
    if (stack != null) {
      stack.close();
    }
    if (browser != null) {
      browser.close();
    }
  }
}
