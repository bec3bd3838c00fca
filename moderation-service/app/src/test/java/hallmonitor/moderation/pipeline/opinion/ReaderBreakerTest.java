package hallmonitor.moderation.pipeline.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReaderBreakerTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final ReaderBreaker breaker = new ReaderBreaker(nanos::get);

  @Test
  void threeFailuresInARowBeginAPause() {
    assertThat(breaker.failed()).isFalse();
    assertThat(breaker.failed()).isFalse();
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.failed()).isTrue();
    assertThat(breaker.lets()).isFalse();
    assertThat(breaker.failed()).as("another one of the same time").isFalse();
  }

  @Test
  void manySilentQuestionsInARowBeginAPauseAndAFewDoNot() {
    for (int i = 1; i < ReaderBreaker.MOST_SILENT; i++) {
      assertThat(breaker.wasSilent()).isFalse();
    }
    breaker.answered();
    for (int i = 1; i < ReaderBreaker.MOST_SILENT; i++) {
      assertThat(breaker.wasSilent()).isFalse();
    }
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.wasSilent()).isTrue();
    assertThat(breaker.lets()).isFalse();

    pass(ReaderBreaker.PAUSE);
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.wasSilent()).as("one comment is not enough").isFalse();
    assertThat(breaker.wasSilent()).isFalse();
    assertThat(breaker.wasSilent()).isTrue();
  }

  @Test
  void anAnswerInBetweenStartsTheCountAnew() {
    breaker.failed();
    breaker.failed();
    breaker.answered();
    breaker.failed();
    breaker.failed();
    assertThat(breaker.lets()).isTrue();
  }

  @Test
  void afterThePauseOneFailureIsEnough() {
    pause();
    pass(ReaderBreaker.PAUSE.minusNanos(1));
    assertThat(breaker.lets()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(breaker.lets()).isTrue();
    assertThat(breaker.failed()).isTrue();
    assertThat(breaker.lets()).isFalse();
  }

  @Test
  void afterThePauseAnAnswerEndsIt() {
    pause();
    pass(ReaderBreaker.PAUSE);
    assertThat(breaker.lets()).isTrue();
    breaker.answered();
    breaker.failed();
    assertThat(breaker.lets()).isTrue();
  }

  private void pause() {
    for (int i = 0; i < ReaderBreaker.MOST_FAILURES; i++) {
      breaker.failed();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
