package hallmonitor.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartIT {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

  @Test
  void whatWasArchivedDecidedAndHiddenIsStillSoAfterARestart() {
    try (ScratchStack stack = ScratchStack.start()) {
      int first = stack.practice().post(1, "Rick T.", "what the fuck is wrong with you people");
      await().atMost(LONG_ENOUGH).until(() -> !stack.practice().shows(first));
      String elsewhere = stack.practice().write("bluesky", "Jo", "See you all at the game");
      await()
          .atMost(LONG_ENOUGH)
          .until(
              () ->
                  stack
                          .archive()
                          .count("select count(*) from comment where account = 'practice-bluesky'")
                      == 1);
      long archived = stack.archive().count("select count(*) from revision");

      stack.stop();
      stack.startAgain();

      assertThat(stack.archive().count("select count(*) from revision")).isEqualTo(archived);
      assertThat(stack.archive().caseOf(first)).isPresent();
      assertThat(stack.practice().shows(first)).isFalse();
      assertThat(stack.stack().firstSignIn()).as("the first password is told once").isEmpty();

      assertThat(stack.practice().shows("bluesky", elsewhere)).isTrue();

      int second = stack.practice().post(1, "Rick T.", "who the fuck wrote this budget");
      await().atMost(LONG_ENOUGH).until(() -> !stack.practice().shows(second));
      assertThat(stack.archive().count("select count(*) from review_case")).isEqualTo(2);
      assertThat(stack.archive().count("select count(*) from revision"))
          .as("nothing is taken for edited or deleted")
          .isEqualTo(archived + 1);
    }
  }
}
