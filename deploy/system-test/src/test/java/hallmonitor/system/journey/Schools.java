package hallmonitor.system.journey;

import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.FreePorts;
import hallmonitor.local.LocalParts;
import hallmonitor.local.PortName;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.system.Chromium;
import hallmonitor.system.Console;
import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;

/**
 * A working district: a high school and an elementary school with a page each, and people with
 * every role. All journeys share it.
 */
final class Schools implements AutoCloseable {
  static final String HIGH = "practice";
  static final String ELEMENTARY = "birch";

  private final ScratchStack stack;
  private final AutoCloseable elementaryPage;
  private final PracticeSite elementary;
  private final Map<String, String> firstPasswords = new HashMap<>();

  private Schools(ScratchStack stack) {
    this.stack = stack;
    int port = FreePorts.one();
    try {
      Path data = stack.stack().settings().data();
      elementaryPage =
          new LocalParts()
              .practice(
                  port,
                  data.resolve("elementary"),
                  PracticeAccounts.blogOnly(
                      Files.readString(stack.stack().secrets().resolve("accounts/practice"))
                          .strip()));
      Files.writeString(
          stack.stack().config().resolve("district.yaml"),
          account("http://127.0.0.1:" + port),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    elementary = new PracticeSite("http://127.0.0.1:" + port);
  }

  private static String account(String address) {
    return """
      - id: %s
        name: Birch Elementary School news
        platform: wordpress
        building: birch-elementary
        kind: school
        administrator: novak
        base-url: %s
        credential: practice
        polling: { floor: 150ms, idle: 400ms, backfill-from: 2026-01-01 }
    """
        .formatted(ELEMENTARY, address);
  }

  /**
   * Opens the district.
   *
   * @param browser of the first administrator, who adds the others and stays signed in
   */
  static Schools open(Chromium browser) {
    Schools schools =
        new Schools(
            ScratchStack.start(
                settings ->
                    settings.withEnvironment(
                        Map.of(
                            "HALLMONITOR_WATCH_EVERY",
                            "1s",
                            // Its people were let in a moment ago, by the one who proposes.
                            "HALLMONITOR_CONSOLE_TWO_PERSONS_DAYS",
                            "0"))));
    Console.signIn(browser, schools.stack);
    schools.letIn(browser);
    return schools;
  }

  private void letIn(Chromium browser) {
    add(browser, "okafor", "Ngozi Okafor", "building-administrator", "maple-high");
    add(browser, "vega", "Lucía Vega", "records-officer");
    add(browser, "desk", "Elena Ruiz", "records-officer");
    add(browser, "first", "Mara Lind", "moderator");
    add(browser, "second", "Theo Castellanos", "moderator");
    add(browser, "third", "Ines Duarte", "moderator");
    add(browser, "writer", "Ida Moss", "moderator");
    add(browser, "plain", "Pat Quinn", "moderator");
    add(browser, "brandt", "Elias Brandt", "administrator");
  }

  private void add(Chromium browser, String name, String shown, String role, String... buildings) {
    firstPasswords.put(name, Console.addPerson(browser, stack, name, shown, role, buildings));
  }

  /** Signs in a person for the first time. Ends on that person's start page. */
  JourneyPerson signIn(String name, Chromium browser) {
    Console.signInFirst(browser, stack, name, firstPasswords.get(name));
    return at(browser);
  }

  /** Returns the person at that browser. */
  JourneyPerson at(Chromium browser) {
    return new JourneyPerson(browser, stack.address(PortName.CONSOLE));
  }

  ScratchStack stack() {
    return stack;
  }

  /** Comments on the high school's page. */
  int comment(String author, String text) {
    return stack.practice().post(1, author, text);
  }

  /** Comments on the elementary school's page. */
  int commentElsewhere(String author, String text) {
    return elementary.post(1, author, text);
  }

  boolean shows(int comment) {
    return stack.practice().shows(comment);
  }

  /**
   * Returns a comment's case once it has this state.
   *
   * @param state such as {@code hide:open/hidden}
   */
  String caseOf(String account, int comment, String state) {
    String query =
        "select case_id::text from review_case where account = '%s' and comment_id = '%d' and outcome || ':' || state || '/' || action_state = '%s'"
            .formatted(account, comment, state);
    return await().until(() -> stack.archive().texts(query), found -> !found.isEmpty()).get(0);
  }

  List<String> archived(String query) {
    return stack.archive().texts(query);
  }

  static void eventually(ThrowingRunnable assertion) {
    await().untilAsserted(assertion);
  }

  @Override
  public void close() throws Exception {
    stack.close();
    elementaryPage.close();
  }
}
