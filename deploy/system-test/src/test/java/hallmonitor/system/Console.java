package hallmonitor.system;

import hallmonitor.local.PortName;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.By;

/** The console as its first administrator uses it. */
public final class Console {
  private static final Pattern CELL_THAT_RUNS =
      Pattern.compile("(?:^|[,\\n])\"[=+@\\t\\r-].{0,40}");
  static final String NEW_PASSWORD = "four unrelated words here";

  private Console() {}

  /** Signs in for the first time, which requires a new password. Ends on the queue. */
  public static void signIn(Chromium browser, ScratchStack stack) {
    String[] first = stack.stack().firstSignIn().orElseThrow().split(" ");
    signInFirst(browser, stack, first[0], first[1]);
    // A new installation begins with its first steps.
    browser.waitFor(By.className("rail"));
    browser.open(stack.address(PortName.CONSOLE) + "/queue");
  }

  /** Signs in a person for the first time. Ends on that person's start page. */
  public static void signInFirst(Chromium browser, ScratchStack stack, String name, String first) {
    signInFirst(browser, stack.address(PortName.CONSOLE), name, first);
  }

  /** The same at this address of the console. */
  static void signInFirst(Chromium browser, String console, String name, String first) {
    browser.open(console + "/");
    signIn(browser, name, first);
    browser.waitFor(By.name("old"));
    browser.open(console + "/queue");
    browser.type("old", first);
    browser.type("next", NEW_PASSWORD);
    browser.type("again", NEW_PASSWORD);
    browser.submit();
    signIn(browser, name, NEW_PASSWORD);
  }

  /** Sends a form as the current page could, and returns the answer. */
  public static String send(Chromium browser, String path, Map<String, String> fields) {
    return (String)
        browser.run(
            """
            const fields = new URLSearchParams(given[1]);
            fields.set("form-token", document.querySelector('[name="form-token"]').value);
            const answer = await fetch(given[0], { method: "POST", body: fields });
            if (answer.status >= 400) throw new Error(given[0] + " answered " + answer.status);
            return await answer.text();
            """,
            path,
            fields);
  }

  /** Returns the content of a file that the console offers. */
  public static String download(Chromium browser, String path) {
    return (String)
        browser.run("const file = await fetch(given[0]); return await file.text();", path);
  }

  /** Returns the bytes of a file that the console offers. */
  public static byte[] file(Chromium browser, String path) {
    Object base64 =
        browser.run(
            """
            const answer = await fetch(given[0]);
            const bytes = new Uint8Array(await answer.arrayBuffer());
            return btoa(bytes.reduce((text, one) => text + String.fromCharCode(one), ""));
            """,
            path);
    return Base64.getDecoder().decode(String.valueOf(base64));
  }

  /** Returns the cells of a CSV file that a spreadsheet would run as formulas. */
  public static List<String> cellsThatRun(String csv) {
    return CELL_THAT_RUNS.matcher(csv).results().map(MatchResult::group).toList();
  }

  /** Signs in a person who has already chosen a password. */
  public static void signInAgain(Chromium browser, ScratchStack stack, String name) {
    browser.open(stack.address(PortName.CONSOLE) + "/");
    signIn(browser, name, NEW_PASSWORD);
  }

  /**
   * Adds a person as an administrator, without mail.
   *
   * @param buildings ids; none for the whole district
   * @return the first password
   */
  public static String addPerson(
      Chromium administrator,
      ScratchStack stack,
      String name,
      String shown,
      String role,
      String... buildings) {
    administrator.open(stack.address(PortName.CONSOLE) + "/people/new");
    administrator.type("displayName", shown);
    administrator.click(By.cssSelector("input[name=role][value=" + role + "]"));
    for (String building : buildings) {
      administrator.click(By.cssSelector("input[name=building][value=" + building + "]"));
    }
    administrator.unfold("More options");
    administrator.type("userName", name);
    administrator.click(By.cssSelector("input[name=way]"));
    administrator.click(By.id("invite"));
    return administrator.waitFor(By.cssSelector("code.secret")).getText();
  }

  static void signIn(Chromium browser, String name, String password) {
    browser.type("name", name);
    browser.type("password", password);
    browser.submit();
    // What is opened before would be overtaken by the page that follows the sign-in.
    browser.waitUntilLeft("/sign-in");
  }
}
