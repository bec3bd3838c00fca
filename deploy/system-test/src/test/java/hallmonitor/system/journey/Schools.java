package hallmonitor.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/**
 * A working district: a high school and an elementary school with a page each, and people with
 * every role. All journeys share it.
 */
final class Schools implements AutoCloseable {
  static final String HIGH = "practice";
  static final String ELEMENTARY = "birch";

  private static final List<Staff> EVERYONE =
      List.of(
          new Staff("okafor", "Ngozi Okafor", "building-administrator", List.of("maple-high")),
          new Staff("vega", "Lucía Vega", "records-officer", List.of()),
          new Staff("desk", "Elena Ruiz", "records-officer", List.of()),
          new Staff("first", "Mara Lind", "moderator", List.of()),
          new Staff("second", "Theo Castellanos", "moderator", List.of()),
          new Staff("third", "Ines Duarte", "moderator", List.of()),
          new Staff("writer", "Ida Moss", "moderator", List.of()),
          new Staff("plain", "Pat Quinn", "moderator", List.of()),
          new Staff("brandt", "Elias Brandt", "administrator", List.of()));

  /**
   * A person at the console.
   *
   * @param buildings ids; none for the whole district
   */
  private record Staff(String name, String shown, String role, List<String> buildings) {}

  private final ScratchStack stack;
  private final AutoCloseable elementaryPage;
  private final PracticeSite elementary;
  private final Map<String, String> firstPasswords = new HashMap<>();

  /** Opens a second page on this stack, which someone else closes. */
  Schools(ScratchStack stack) {
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

  /** Lets an administrator add these people, by their names in {@link #EVERYONE}. */
  void letIn(Chromium administrator, Set<String> people) {
    assertThat(EVERYONE).extracting(Staff::name).containsAll(people);
    EVERYONE.stream()
        .filter(person -> people.contains(person.name()))
        .forEach(person -> add(administrator, person));
  }

  private void add(Chromium administrator, Staff person) {
    firstPasswords.put(
        person.name(),
        Console.addPerson(
            administrator,
            stack,
            person.name(),
            person.shown(),
            person.role(),
            person.buildings().toArray(String[]::new)));
  }

  /** Signs in a person. Ends on that person's start page. */
  JourneyPerson signIn(String name, Chromium browser) {
    String first = firstPasswords.remove(name);
    if (first == null) {
      Console.signInAgain(browser, stack, name);
    } else {
      Console.signInFirst(browser, stack, name, first);
    }
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

  long count(String query) {
    return stack.archive().count(query);
  }

  /** Returns a folder that is deleted with the stack. */
  Path folder() {
    return stack.stack().settings().data();
  }

  /** Returns the key with which the district lets others verify its answers. */
  Path publicKey() throws IOException {
    Path checkpoints = stack.stack().settings().data().resolve("evidence/checkpoints");
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files
          .filter(file -> file.getFileName().toString().matches("key-.*\\.pem"))
          .findFirst()
          .orElseThrow();
    }
  }

  static void eventually(ThrowingRunnable assertion) {
    await().untilAsserted(assertion);
  }

  @Override
  public void close() throws Exception {
    elementaryPage.close();
  }
}
