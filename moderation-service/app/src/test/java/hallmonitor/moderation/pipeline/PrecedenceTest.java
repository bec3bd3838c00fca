package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Harmless comments give way to danger, and still get half of the time. */
@Timeout(60)
class PrecedenceTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Precedence precedence = new Precedence(nanos::get);
  private final Thread first = new Thread(this::giveWay);
  private boolean gaveWay;

  private void giveWay() {
    try {
      precedence.giveWay();
      gaveWay = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    first.interrupt();
    first.join();
  }

  private void pass(int millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private void waits() {
    first.start();
    await().until(() -> first.getState() == Thread.State.TIMED_WAITING);
  }

  private void goesOn() throws InterruptedException {
    first.join();
    assertThat(gaveWay).isTrue();
  }

  @Test
  void nothingWaitsWithoutDanger() throws Exception {
    precedence.giveWay();
    precedence.found(List.of("board/1"));
    precedence.answered(List.of("board/1", "board/2"));
    precedence.giveWay();
  }

  @Test
  void dangerGoesFirstUntilThePlatformAnswered() throws Exception {
    precedence.found(List.of("board/1", "board/2"));
    waits();
    precedence.answered(List.of("board/1"));
    pass(300);
    precedence.answered(List.of("board/2"));
    goesOn();
  }

  @Test
  void anAnswerThatNeverComesIsNotWaitedFor() throws Exception {
    precedence.found(List.of("board/1"));
    waits();
    pass(501);
    goesOn();
  }

  @Test
  void afterAWaitThereIsAsMuchTimeWithoutOne() throws Exception {
    precedence.found(List.of("board/1"));
    waits();
    pass(200);
    precedence.answered(List.of("board/1"));
    goesOn();

    pass(199);
    precedence.found(List.of("board/2"));
    precedence.giveWay();
  }

  @Test
  void afterThatTimeDangerGoesFirstAgain() throws Exception {
    precedence.found(List.of("board/1"));
    pass(501);
    precedence.giveWay();
    precedence.found(List.of("board/2"));
    waits();
    precedence.answered(List.of("board/2"));
    goesOn();
  }
}
