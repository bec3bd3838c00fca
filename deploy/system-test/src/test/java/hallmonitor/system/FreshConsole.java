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
public final class FreshConsole implements BeforeAllCallback, AfterAllCallback {
  private final Map<String, String> environment;
  private Chromium browser;
  private ScratchStack stack;

  /** Starts it with figures for the public. */
  FreshConsole() {
    this(Map.of("HALLMONITOR_TRANSPARENCY_PUBLISHED", "true"));
  }

  /**
   * Starts it with settings of its own.
   *
   * @param environment of the services
   */
  public FreshConsole(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (isNested(context)) {
      return;
    }
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    browser = found.orElseThrow();
    stack = ScratchStack.start(this::tuned);
    Console.signIn(browser, stack);
  }

  private StackSettings tuned(StackSettings settings) {
    Map<String, String> all = new HashMap<>(settings.environment());
    all.putAll(environment);
    return settings.withEnvironment(all);
  }

  /** Signed in. */
  public Chromium browser() {
    return browser;
  }

  public ScratchStack stack() {
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

  /** Returns whether a class is nested in the one that this belongs to. */
  public static boolean isNested(ExtensionContext context) {
    return !context.getEnclosingTestClasses().isEmpty();
  }
}
