package hallmonitor.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.local.StackSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A new installation for the tests of a class and of those nested in it, and its first
 * administrator in a browser.
 */
final class FreshConsole implements BeforeAllCallback, AfterAllCallback {
  private Chromium browser;
  private ScratchStack stack;

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isNested(context)) {
      return;
    }
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    browser = found.orElseThrow();
    stack = ScratchStack.start(FreshConsole::withFiguresForThePublic);
    Console.signIn(browser, stack);
  }

  private static StackSettings withFiguresForThePublic(StackSettings settings) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("HALLMONITOR_TRANSPARENCY_PUBLISHED", "true");
    return settings.withEnvironment(environment);
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
    if (isNested(context)) {
      return;
    }
    if (stack != null) {
      stack.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static boolean isNested(ExtensionContext context) {
    return !context.getEnclosingTestClasses().isEmpty();
  }
}
