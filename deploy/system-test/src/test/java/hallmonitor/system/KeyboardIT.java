package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import hallmonitor.system.Moderator.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * Two moderators at one queue, who touch nothing but the keyboard. Each test leaves the queue empty
 * but for what it says.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardIT {
  /** How many cases the two work through: {@code -Dkeyboard.cases=200}. */
  private static final int CASES = Integer.getInteger("keyboard.cases", 60);

  private static final Map<String, String> ACTS =
      Map.of("c", "confirm", "r", "restore", "h", "hide", "d", "dismiss");
  private static final String ORDERS =
      "select count(*) from ordered_action where case_id = '%s' and ordered_by in ('admin', 'ben')";
  private static final String EVENTS =
      """
      select count(*) from case_event where case_id = '%s' and actor in ('admin', 'ben')
         and kind in ('confirmed', 'restore-ordered', 'hide-ordered', 'dismissed')\
      """;

  private static ScratchStack stack;
  private static Moderator ada;
  private static Moderator ben;
  private static int said;

  @BeforeAll
  static void signIn() {
    Optional<Chromium> first = Chromium.start();
    assumeThat(first).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    stack = ScratchStack.start();
    ada = new Moderator(first.orElseThrow(), "Administrator");
    ben = new Moderator(Chromium.start().orElseThrow(), "Ben Ortiz");
    Console.signIn(ada.browser, stack);
    ada.browser.waitUntilShown(By.tagName("h1"), "Queue");
    String password = Console.addPerson(ada.browser, stack, "ben", ben.name, "moderator");
    Console.signInFirst(ben.browser, stack, "ben", password);
    ben.browser.waitUntilShown(By.tagName("h1"), "Queue");
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      ben.browser.close();
      ada.browser.close();
      stack.close();
    }
  }

  @Test
  @Order(1)
  void eachKeyDoesInTheQueueWhatTheListOfKeysSays() {
    post(8, number -> true);
    queue(ada);
    queue(ben);
    List<String> cases = ada.caseIds();
    assertThat(cases).hasSize(8);

    ada.press("?");
    ada.browser.waitFor(By.cssSelector("#keys[open]"));
    ada.browser.screenshot("keys-queue");
    ada.press("c");
    ada.press(Keys.ESCAPE);
    assertThat(ada.current()).as("keys do nothing behind the list of keys").isEmpty();

    ada.press("j");
    assertThat(current(ada)).isEqualTo(cases.get(0));
    ada.press("n");
    assertThat(current(ada)).isEqualTo(cases.get(1));
    ada.press("k");
    ada.press("k");
    assertThat(current(ada)).isEqualTo(cases.get(0));
    ada.press("o");
    ada.browser.waitFor(By.cssSelector("#detail [data-detail='" + cases.get(0) + "']"));

    assertThat(ada.decide("c").decided()).isEqualTo(ada.name);
    untilCurrent(ada, cases.get(1));
    assertThat(ada.decide("r").decided()).isEqualTo(ada.name);
    untilCurrent(ada, cases.get(2));
    assertThat(ada.decide("r").decided()).isEqualTo(ada.name);
    untilCurrent(ada, cases.get(3));
    undo(cases.get(2));
    untilCurrent(ada, cases.get(2));
    assertThat(ada.decide("i").decided()).isEqualTo(ada.name);
    untilCurrent(ada, cases.get(3));

    ada.press("l");
    ben.browser.waitUntilShown(By.id("case-" + cases.get(3)), ada.name + " looks at this.");
    ada.press("l");
    ada.untilTold("You left this case to others.");

    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press("cr is what was typed" + Keys.ENTER);
    ada.untilTold("The note is saved with the case.");
    assertThat(current(ada)).isEqualTo(cases.get(3));
    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press(Keys.ESCAPE);
    assertThat(current(ada)).isEqualTo(cases.get(3));

    ada.press("e");
    ada.browser.waitFor(By.cssSelector("#ask[open] [name=note]"));
    ada.press("Somebody must look at this." + Keys.ENTER);
    eventually(
        () ->
            assertThat(
                    count(
                        "select count(*) from escalation_state where case_id = '%s'", cases.get(3)))
                .isOne());
    eventually(() -> assertThat(ada.browser.all(By.cssSelector("#ask[open]"))).isEmpty());
    assertThat(ada.row(cases.get(3)).open()).as("an escalation decides nothing").isTrue();
    assertThat(current(ada)).isEqualTo(cases.get(3));

    ada.press("s");
    untilCurrent(ada, cases.get(4));
    assertThat(ada.row(cases.get(3)).skipped()).isTrue();
    ada.press("k");
    ada.press("k");
    undo(cases.get(2));
    assertThat(ada.decide("c").decided()).isEqualTo(ada.name);
    untilCurrent(ada, cases.get(4));

    ada.press("x");
    ada.press("j");
    ada.press("j");
    ada.press("x");
    ada.browser.waitUntilShown(By.id("bulk-count"), "2 chosen");
    ada.press("x");
    ada.press("x");
    ada.browser.waitUntilShown(By.id("bulk-count"), "2 chosen");
    ada.browser.waitFor(By.cssSelector("#bulk button[value=confirm]")).sendKeys(Keys.ENTER);
    ada.browser.waitUntilShown(By.tagName("main"), "2 of 2 can be carried out");
    ada.browser.screenshot("bulk-preview");
    ada.browser.waitFor(By.xpath("//button[text()='Carry out']")).sendKeys(Keys.ENTER);
    ada.browser.waitUntilShown(By.tagName("h1"), "2 of 2 done");

    queue(ada);
    ada.press("t");
    ada.browser.waitFor(By.id("case-page"));
    assertThat(ada.browser.address()).endsWith(cases.get(3));
    assertThat(ada.browser.complaints()).isEmpty();

    assertThat(states(cases))
        .containsExactly(
            "confirmed", "restored", "confirmed", "open", "confirmed", "open", "confirmed", "open");
  }

  @Test
  @Order(2)
  void eachKeyDoesOnThePageOfACaseWhatTheListOfKeysSays() {
    List<String> all = inQueue(post(3, number -> true));
    List<String> cases = all.subList(all.size() - 3, all.size());
    onPage(ada, cases.get(0));

    ada.press("?");
    ada.browser.waitFor(By.cssSelector("#keys[open]"));
    assertThat(ada.browser.waitFor(By.id("keys")).getText()).doesNotContain("choose it");
    ada.press(Keys.ESCAPE);
    ada.press("l");
    ada.browser.waitFor(By.xpath("//button[@data-key='l'][starts-with(., 'Leave')]"));
    ada.press("l");
    ada.browser.waitFor(By.xpath("//button[@data-key='l'][starts-with(., 'Take')]"));

    ada.press("m");
    ada.browser.waitFor(By.cssSelector("#words [name=note]"));
    ada.press("cr is what was typed" + Keys.ENTER);
    ada.browser.waitUntilShown(By.className("timeline"), "cr is what was typed");
    ada.press("m");
    ada.press("rrr");
    ada.press(Keys.ESCAPE);
    ada.press("c");
    ada.browser.waitUntilShown(By.className("decided"), "confirmed");
    ada.press("u");
    ada.browser.waitFor(By.cssSelector("[data-key=c]"));
    assertThat(states(cases)).containsOnly("open");
    ada.press("r");
    ada.browser.waitUntilShown(By.className("decided"), ada.name);
    ada.press("n");
    eventually(() -> assertThat(ada.browser.address()).endsWith(cases.get(1)));
    ada.press("s");
    eventually(() -> assertThat(ada.browser.address()).endsWith(cases.get(2)));
    ada.press("i");
    ada.browser.waitUntilShown(By.className("decided"), ada.name);
    ada.press("e");
    ada.browser.waitFor(By.cssSelector("#escalate [name=note]"));
    ada.press(Keys.ESCAPE);
    ada.press("t");
    eventually(() -> assertThat(ada.browser.address()).doesNotEndWith(cases.get(2)));
    ada.browser.waitFor(By.cssSelector("#case-page [data-key=c], #case-page [data-key=r]"));
    assertThat(states(cases)).containsExactly("restored", "open", "dismissed");
    assertThat(ada.browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void whoeverIsLateIsToldInASentenceAndOverwritesNothing() {
    post(2, number -> true);
    ben.browser.withoutReaching("*/events*");
    queue(ben);
    queue(ada);
    ben.press("j");
    String caseId = current(ben);
    ada.goTo(caseId);
    assertThat(ada.decide("c").decided()).isEqualTo(ada.name);

    assertThat(ben.decide("r").problem())
        .isEqualTo(
            ada.name + " decided this first. Nothing was changed; this is how it stands now.");
    assertThat(current(ben)).as("the row stays where it was").isEqualTo(caseId);
    ben.browser.screenshot("decided-first");
    assertThat(states(List.of(caseId))).containsExactly("confirmed");
    ben.browser.withoutReaching();
  }

  @Test
  @Order(4)
  void twoModeratorsDecideEveryCaseOnce() throws Exception {
    post(CASES, number -> number % 3 != 0);
    long before = count("select max(id) from audit");
    List<Map<String, Object>> open =
        stack
            .archive()
            .rows(
                "select case_id::text as case, comment_id as comment from review_case where state ="
                    + " 'open'");
    assertThat(open).hasSizeGreaterThanOrEqualTo(CASES);
    queue(ada);
    queue(ben);
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Worked> worked;
    try {
      List<Callable<Worked>> work =
          List.of(() -> Worked.through(ada, 0), () -> Worked.through(ben, 1));
      worked = new ArrayList<>();
      for (Future<Worked> done : both.invokeAll(work)) {
        worked.add(done.get());
      }
    } finally {
      both.shutdown();
    }
    worked.forEach(System.out::println);

    Map<String, String> decisions = new TreeMap<>();
    for (Worked one : worked) {
      one.decided()
          .forEach(
              (id, key) -> decisions.merge(id, one.name() + " " + ACTS.get(key), String::concat));
      assertThat(one.late())
          .allMatch(sentence -> sentence.isEmpty() || sentence.contains(" decided this first. "));
    }
    assertThat(decisions.keySet())
        .as("each case is decided once, save those that both leave")
        .containsExactlyInAnyOrderElementsOf(
            open.stream()
                .map(row -> (String) row.get("case"))
                .filter(id -> !Worked.leaves(id))
                .toList());
    assertThat(
            stack
                .archive()
                .texts(
                    """
                    select substr(target, 6) || ' ' || u.display_name || ' ' || act from audit
                      join console_user u on u.user_name = actor
                     where id > %d and act in ('confirm', 'restore', 'hide', 'dismiss')\
                    """
                        .formatted(before)))
        .containsExactlyInAnyOrderElementsOf(
            decisions.entrySet().stream().map(d -> d.getKey() + " " + d.getValue()).toList());
    for (Map<String, Object> row : open) {
      String act = decisions.getOrDefault(row.get("case"), "left").replaceAll(".* ", "");
      assertThat(count(ORDERS, row.get("case")))
          .as("orders by people: %s", act)
          .isEqualTo(act.equals("restore") || act.equals("hide") ? 1 : 0);
      assertThat(count(EVENTS, row.get("case")))
          .as("events by people: %s", act)
          .isEqualTo(act.equals("left") ? 0 : 1);
      if (!act.equals("left")) {
        eventually(
            () ->
                assertThat(stack.practice().shows(Integer.parseInt((String) row.get("comment"))))
                    .as(act)
                    .isEqualTo(act.equals("restore") || act.equals("dismiss")));
      }
    }
    assertThat(ada.browser.complaints()).isEmpty();
  }

  private static void onPage(Moderator moderator, String caseId) {
    moderator.browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
    moderator.browser.waitFor(By.id("case-page"));
  }

  /** The whole list that is open now, in its order. */
  private static List<String> inQueue(List<Integer> comments) {
    queue(ada);
    List<String> cases = ada.caseIds();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(comments.size());
    return cases;
  }

  /** Again where the platform's answer came between: then the row says that it changed. */
  private static void undo(String caseId) {
    ada.press("u");
    if (!ada.until(caseId, row -> row.open() || !row.problem().isEmpty()).open()) {
      ada.press("u");
    }
    ada.until(caseId, Row::open);
  }

  private static void untilCurrent(Moderator moderator, String caseId) {
    eventually(() -> assertThat(current(moderator)).isEqualTo(caseId));
  }

  private static String current(Moderator moderator) {
    return moderator.current().map(Row::caseId).orElse("none");
  }

  private static void queue(Moderator moderator) {
    moderator.browser.open(stack.address(PortName.CONSOLE) + "/queue?state=open");
    moderator.browser.waitFor(By.cssSelector("#rows .row"));
  }

  private static List<String> states(List<String> cases) {
    return cases.stream()
        .map(
            id ->
                stack
                    .archive()
                    .texts("select state from review_case where case_id = '" + id + "'")
                    .get(0))
        .toList();
  }

  private static long count(String query, Object... arguments) {
    return stack.archive().count(String.format(query, arguments));
  }

  /** Comments that are not alike, until their cases wait in the queue. */
  private static List<Integer> post(int number, IntPredicate hidden) {
    List<Integer> comments =
        IntStream.range(0, number)
            .map(
                i ->
                    stack
                        .practice()
                        .post(1 + i % 3, "Reader " + ++said, Sayings.of(said, hidden.test(i))))
            .boxed()
            .toList();
    eventually(() -> assertThat(comments).allMatch(KeyboardIT::waits));
    return comments;
  }

  private static boolean waits(int comment) {
    String state = stack.archive().caseOf(comment).orElse("");
    return state.endsWith("open/none") || state.endsWith("open/hidden");
  }

  private static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }
}
