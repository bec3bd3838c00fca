package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.messaging.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts of one service, each read by its worker. */
class FairReadingTest {
  private final List<Worker> workers = new ArrayList<>();
  private final CountDownLatch answered = new CountDownLatch(1);

  private MemoryLog read(String account, ScriptedSource source) {
    MemoryLog log = new MemoryLog();
    AccountPoller poller =
        new AccountPoller(
            new PolledAccount(
                account,
                "scripted",
                Names.HANDLES,
                PollerTests.FLOOR,
                PollerTests.IDLE,
                Optional.empty(),
                PollerTests.CHICAGO),
            source,
            log,
            new RateBudget(1_000_000, 1_000_000, System::nanoTime),
            InstantSource.system(),
            PollListener.SILENT,
            () -> ReadingRequest.NONE);
    workers.add(new Worker("poll-" + account, poller::turn).start());
    return log;
  }

  /** More is written during each read than a read can take. */
  private static ScriptedSource withoutEnd() {
    ScriptedSource source = new ScriptedSource();
    AtomicInteger written = new AtomicInteger();
    source.onCall(
        () -> {
          for (int i = 0; i < ScriptedSource.PAGE && written.get() < 50_000; i++) {
            source.write(String.valueOf(written.incrementAndGet()), "More", Instant.now());
          }
        });
    return source;
  }

  private ScriptedSource thatNeverAnswers() {
    ScriptedSource source = new ScriptedSource();
    source.onCall(
        () -> {
          try {
            answered.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    return source;
  }

  @AfterEach
  void stop() {
    answered.countDown();
    workers.forEach(Worker::close);
  }

  @Test
  void pagesWithoutEndAndOneThatNeverAnswersKeepNoOtherFromBeingRead() {
    MemoryLog noisy = read("noisy", withoutEnd());
    read("noisier", withoutEnd());
    read("hanging", thatNeverAnswers());
    await().until(() -> !noisy.comments().isEmpty());

    ScriptedSource quiet = new ScriptedSource();
    quiet.write("only", "Good evening", Instant.now());
    MemoryLog log = read("quiet", quiet);
    await().until(() -> log.comments().size() == 1);
    int before = noisy.comments().size();
    await().until(() -> noisy.comments().size() > before);
    assertThat(log.comments().get(0).comment().id()).isEqualTo("only");
  }
}
