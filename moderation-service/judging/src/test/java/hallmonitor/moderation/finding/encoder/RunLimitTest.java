package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.DetectorTimeout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunLimitTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void endTheWatcher() {
    watcher.shutdownNow();
  }

  @Test
  void whatTakesTooLongIsStopped() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    RunLimit limit = new RunLimit(SHORT, watcher);
    try (RunLimit.Run run = limit.begin(stopped::countDown)) {
      assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run.wasStopped()).isTrue();
    }
  }

  @Test
  void whatIsOverIsNotStoppedAnyMore() throws InterruptedException {
    AtomicInteger early = new AtomicInteger();
    CountDownLatch late = new CountDownLatch(1);
    RunLimit limit = new RunLimit(SHORT, watcher);
    RunLimit.Run over = limit.begin(early::incrementAndGet);
    over.close();
    try (RunLimit.Run longer = limit.begin(late::countDown)) {
      assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(longer.wasStopped()).isTrue();
    }
    assertThat(over.wasStopped()).isFalse();
    assertThat(early).hasValue(0);
  }

  @Test
  void theEncodersRunEndsWhenItIsStopped() throws IOException {
    byte[] onnx;
    try (InputStream in =
        RunLimitTest.class.getResourceAsStream(TinyStage.FOLDER + "encoder.onnx")) {
      onnx = in.readAllBytes();
    }

    Encoder.Limits atOnce = new Encoder.Limits(Duration.ZERO, Duration.ofMinutes(1));
    try (Encoder encoder = new Encoder(() -> new ByteArrayInputStream(onnx), 0, 2, atOnce)) {
      assertThatThrownBy(encoder::load).isInstanceOf(DetectorTimeout.class);
    }
  }
}
