package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Harmless comments give way to danger, and still get half of the time. */
@Timeout(60)
class PrecedenceTest {
  private static final List<String> ONE = List.of("board/1");
  private static final List<String> OTHER = List.of("board/2");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Precedence precedence = new Precedence(nanos::get);
  private final Precedence.GivingWay reader = precedence.ofFirstLook();
  private final List<Thread> waiting = new ArrayList<>();

  @BeforeEach
  void burst() {
    precedence.tookFullTurn();
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Thread thread : waiting) {
      thread.interrupt();
      thread.join();
    }
  }

  private void pass(int millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  /** The clock stands still, so what waits does so until someone moves it. */
  private Thread waits(Precedence.GivingWay givingWay) {
    Thread thread =
        new Thread(
            () -> {
              try {
                givingWay.giveWay();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    waiting.add(thread);
    thread.start();
    await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return thread;
  }

  private static void goesOn(Thread thread) throws InterruptedException {
    thread.join();
  }

  private static void stillWaits(Thread thread) throws InterruptedException {
    thread.join(100);
    assertThat(thread.isAlive()).isTrue();
  }

  @Test
  void nothingWaitsWithoutDanger() throws Exception {
    reader.giveWay();
    precedence.found(ONE);
    precedence.answered(List.of("board/1", "board/2"));
    reader.giveWay();
  }

  @Test
  void dangerGoesFirstUntilThePlatformAnsweredForAllOfIt() throws Exception {
    precedence.found(List.of("board/1", "board/2"));
    Thread waits = waits(reader);
    precedence.answered(ONE);
    stillWaits(waits);
    precedence.answered(OTHER);
    goesOn(waits);
  }

  @Test
  void whatThePipelineDoesNotHideIsNotWaitedFor() throws Exception {
    precedence.found(List.of("board/1", "board/2"));
    Thread waits = waits(reader);
    precedence.judged(List.of("board/1", "board/2"), OTHER);
    stillWaits(waits);
    precedence.judged(OTHER, List.of());
    goesOn(waits);
  }

  @Test
  void anAnswerThatNeverComesIsNotWaitedFor() throws Exception {
    precedence.found(ONE);
    Thread waits = waits(reader);
    pass(501);
    goesOn(waits);
  }

  @Test
  void dangerWithoutEndIsWaitedForHalfASecond() throws Exception {
    precedence.found(ONE);
    Thread waits = waits(reader);
    pass(400);
    precedence.found(OTHER);
    stillWaits(waits);
    pass(100);
    goesOn(waits);
  }

  @Test
  void afterAWaitThereIsAsMuchTimeWithoutOne() throws Exception {
    precedence.found(ONE);
    Thread waits = waits(reader);
    pass(200);
    precedence.answered(ONE);
    goesOn(waits);

    pass(199);
    precedence.found(OTHER);
    reader.giveWay();
    pass(1);
    Thread again = waits(reader);
    precedence.answered(OTHER);
    goesOn(again);
  }

  @Test
  void whatOneWaitedIsNotCountedAgainstAnother() throws Exception {
    precedence.found(ONE);
    Thread waits = waits(reader);
    pass(200);
    precedence.answered(ONE);
    goesOn(waits);

    precedence.found(OTHER);
    Thread other = waits(precedence.ofFirstLook());
    reader.giveWay();
    precedence.answered(OTHER);
    goesOn(other);
  }

  @Test
  void aWaitForTheLookAheadIsNoWaitForDanger() throws Exception {
    AtomicLong unread = new AtomicLong(5_000);
    precedence.unread(unread::get);
    Thread waits = waits(reader);
    pass(300);
    unread.set(0);
    goesOn(waits);

    precedence.found(ONE);
    Thread danger = waits(reader);
    precedence.answered(ONE);
    goesOn(danger);
  }

  @Test
  void withoutABurstOnlyTheSecondLookGivesWayToDanger() throws Exception {
    pass(1_000);
    precedence.found(ONE);
    reader.giveWay();
    assertThat(precedence.reachedSoon()).isPositive();

    Thread second = waits(precedence.ofSecondLook());
    precedence.answered(ONE);
    goesOn(second);
  }

  @Test
  void whileTheFirstLookGivesWayItReachesNothingSoon() {
    assertThat(precedence.reachedSoon()).isPositive();
    precedence.found(ONE);
    assertThat(precedence.reachedSoon()).isZero();
  }

  @Test
  void nothingWaitsWhileTheServiceEnds() throws Exception {
    precedence.found(ONE);
    Thread waits = waits(reader);
    precedence.end();
    goesOn(waits);
  }
}
