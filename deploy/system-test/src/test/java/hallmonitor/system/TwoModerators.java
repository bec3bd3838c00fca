package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.local.PortName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;

/** Two moderators at one queue of their own stack, each with a browser. */
final class TwoModerators implements AutoCloseable {
  final ScratchStack stack;
  final Moderator ada;
  final Moderator ben;
  private int said;

  private TwoModerators(ScratchStack stack, Moderator ada, Moderator ben) {
    this.stack = stack;
    this.ada = ada;
    this.ben = ben;
  }

  /** Returns empty if there is no browser. */
  static Optional<TwoModerators> signedIn() {
    return Chromium.start()
        .map(
            first -> {
              TwoModerators two =
                  new TwoModerators(
                      ScratchStack.start(),
                      new Moderator(first, "Administrator"),
                      new Moderator(Chromium.start().orElseThrow(), "Ben Ortiz"));
              two.signIn();
              return two;
            });
  }

  private void signIn() {
    Console.signIn(ada.browser, stack);
    ada.browser.waitUntilShown(By.tagName("h1"), "Queue");
    String password = Console.addPerson(ada.browser, stack, "ben", ben.name, "moderator");
    Console.signInFirst(ben.browser, stack, "ben", password);
    ben.browser.waitUntilShown(By.tagName("h1"), "Queue");
  }

  void queue(Moderator moderator) {
    moderator.browser.open(stack.address(PortName.CONSOLE) + "/queue?state=open");
    moderator.browser.waitFor(By.cssSelector("#rows .row"));
  }

  void onPage(Moderator moderator, String caseId) {
    moderator.browser.open(stack.address(PortName.CONSOLE) + "/cases/" + caseId);
    moderator.browser.waitFor(By.id("case-page"));
  }

  /**
   * Posts distinct comments and waits until their cases are in the queue.
   *
   * @param hidden which of them, counted from 0, the policy hides; the others go to review
   */
  void post(int number, IntPredicate hidden) {
    List<Integer> comments =
        IntStream.range(0, number)
            .map(
                i ->
                    stack
                        .practice()
                        .post(1 + i % 3, "Reader " + ++said, Sayings.of(said, hidden.test(i))))
            .boxed()
            .toList();
    eventually(() -> assertThat(comments).allMatch(this::waits));
  }

  private boolean waits(int comment) {
    String state = stack.archive().caseOf(comment).orElse("");
    return state.endsWith("open/none") || state.endsWith("open/hidden");
  }

  /** Returns the states of cases, in this order. */
  List<String> states(List<String> cases) {
    return cases.stream()
        .map(id -> texts("select state from review_case where case_id = '%s'", id).get(0))
        .toList();
  }

  List<String> texts(String query, Object... arguments) {
    return stack.archive().texts(String.format(query, arguments));
  }

  long count(String query, Object... arguments) {
    return stack.archive().count(String.format(query, arguments));
  }

  static void eventually(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
  }

  @Override
  public void close() {
    ben.browser.close();
    ada.browser.close();
    stack.close();
  }
}
