package hallmonitor.moderation.console.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More strangers at once than the service has connections, while their counting is slow. */
@ConsoleTest
class OpenPageFloodTest extends NovakAtWork {
  private static final int AT_ONCE = 24;
  private static final int PLACES = 3;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
    threads.shutdown();
  }

  /** Holds what everything that is counted of one kind waits for. */
  private void holdUp(String lock) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    threads.submit(
        () ->
            database.write(
                h -> {
                  h.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", lock);
                  held.countDown();
                  return awaitEnd();
                }));
    assertThat(held.await(30, SECONDS)).isTrue();
  }

  private boolean awaitEnd() {
    try {
      return over.await(60, SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "appeal_try tip-look, /report/state/00000000000000000000000000000000",
    "invitation_try, /sign-in/invitation/x"
  })
  void strangersThatWaitLeaveTheDatabaseToPeopleAtWork(String lock, String path) throws Exception {
    holdUp(lock);

    List<Future<ConsoleResponse>> strangers =
        Stream.generate(() -> threads.submit(() -> new ConsoleBrowser().get(path)))
            .limit(AT_ONCE)
            .toList();

    await()
        .atMost(30, SECONDS)
        .until(() -> strangers.stream().filter(Future::isDone).count() == AT_ONCE - PLACES);
    assertThat(novak.get("/tips").statusCode()).isEqualTo(200);
    for (Future<ConsoleResponse> one : strangers.stream().filter(Future::isDone).toList()) {
      assertThat(one.get().statusCode()).isEqualTo(503);
      assertThat(one.get().header("Retry-After")).isEqualTo("5");
    }

    over.countDown();
    for (Future<ConsoleResponse> one : strangers) {
      one.get(30, SECONDS);
    }
    assertThat(new ConsoleBrowser().get(path).statusCode()).isEqualTo(404);
  }
}
