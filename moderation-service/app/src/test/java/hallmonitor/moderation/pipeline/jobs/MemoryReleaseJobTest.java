package hallmonitor.moderation.pipeline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests when memory is given back. */
class MemoryReleaseJobTest {
  private final AtomicLong steps = new AtomicLong();
  private final AtomicInteger releases = new AtomicInteger();
  private final MemoryReleaseJob job = new MemoryReleaseJob(steps::get, releases::incrementAndGet);

  @Test
  void onceAfterEachTimeOfWork() {
    job.look();
    assertThat(releases).hasValue(0);
    job.look();
    job.look();
    assertThat(releases).as("what the start left").hasValue(1);

    steps.addAndGet(3);
    job.look();
    assertThat(releases).as("while there is work").hasValue(1);
    job.look();
    job.look();
    assertThat(releases).hasValue(2);
  }

  @Test
  void neverWhileCommentsCome() {
    for (int i = 0; i < 5; i++) {
      steps.incrementAndGet();
      job.look();
    }
    assertThat(releases).hasValue(0);
  }
}
