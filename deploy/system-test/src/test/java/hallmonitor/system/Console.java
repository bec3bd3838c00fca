package hallmonitor.system;

import hallmonitor.local.PortName;
import java.util.Map;
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

  /** Sends a form as the page that is shown could, and tells what came back. */
  static String send(Chromium browser, String path, Map<String, String> fields) {
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

  /** What a file of the console holds. */
  static String download(Chromium browser, String path) {
    return (String)
        browser.run("const file = await fetch(given[0]); return await file.text();", path);
  }

  private static void signIn(Chromium browser, String password) {
    browser.type("name", "admin");
    browser.type("password", password);
    browser.submit();
  }
}
