package hallmonitor.moderation.finding.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.DetectorTimeout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EncoderCacheTest {
  private final AtomicInteger asked = new AtomicInteger();

  private float[] sum(int[] ids) {
    asked.incrementAndGet();
    float sum = 0;
    for (int id : ids) {
      sum = 31 * sum + id;
    }
    return new float[] {sum};
  }

  private float ask(EncoderCache cache, int... ids) {
    return cache.logits(ids, this::sum)[0];
  }

  @Test
  void anEqualTextIsReadOnce() {
    EncoderCache cache = new EncoderCache(10);

    float first = ask(cache, 2, 7, 3);

    assertThat(ask(cache, 2, 7, 3)).isEqualTo(first);
    assertThat(asked).hasValue(1);
    assertThat(cache.read()).isEqualTo(1);
    assertThat(cache.remembered()).isEqualTo(1);
  }

  @Test
  void textsWithTheSameHashAreKeptApart() {
    int[] one = {0, 31};
    int[] other = {1, 0};
    assertThat(Arrays.hashCode(one)).isEqualTo(Arrays.hashCode(other));
    EncoderCache cache = new EncoderCache(10);

    cache.logits(one, ids -> new float[] {1});

    assertThat(cache.logits(other, ids -> new float[] {2})).containsExactly(2);
    assertThat(cache.logits(one, ids -> new float[] {3})).containsExactly(1);
  }

  @Test
  void aTextThatIsChangedLaterDoesNotChangeWhatIsRemembered() {
    EncoderCache cache = new EncoderCache(10);
    int[] ids = {2, 7, 3};
    float first = ask(cache, ids);
    ids[1] = 8;

    assertThat(ask(cache, ids)).isNotEqualTo(first);
    assertThat(ask(cache, 2, 7, 3)).isEqualTo(first);
  }

  @Test
  void theTextThatWasAskedAboutLongestAgoGoesFirst() {
    EncoderCache cache = new EncoderCache(2);
    ask(cache, 1);
    ask(cache, 2);
    ask(cache, 1);
    ask(cache, 3);
    asked.set(0);

    ask(cache, 1);
    assertThat(asked).hasValue(0);
    ask(cache, 2);
    assertThat(asked).hasValue(1);
  }

  @Test
  void noMoreTextsAreKeptThanAllowed() {
    EncoderCache cache = new EncoderCache(100);
    for (int i = 0; i < 1_000; i++) {
      ask(cache, i);
      assertThat(cache.size()).isLessThanOrEqualTo(100);
    }
    assertThat(cache.size()).isEqualTo(100);
  }

  @Test
  void whereNoneIsToBeKeptEachTextIsReadAgain() {
    EncoderCache cache = new EncoderCache(0);
    ask(cache, 1);
    ask(cache, 1);

    assertThat(asked).hasValue(2);
    assertThat(cache.read()).isEqualTo(2);
    assertThat(cache.size()).isZero();
    assertThatThrownBy(() -> new EncoderCache(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailureIsNotRemembered() {
    EncoderCache cache = new EncoderCache(10);
    int[] ids = {1};

    assertThatThrownBy(
            () ->
                cache.logits(
                    ids,
                    text -> {
                      throw new DetectorTimeout("stopped", new IllegalStateException());
                    }))
        .isInstanceOf(DetectorTimeout.class);
    cache.logits(ids, text -> new float[] {1, Float.NaN});
    cache.logits(ids, text -> new float[] {Float.POSITIVE_INFINITY});

    assertThat(cache.size()).isZero();
    assertThat(cache.logits(ids, text -> new float[] {5})).containsExactly(5);
    assertThat(cache.read()).isEqualTo(4);
  }

  @Test
  void manyThreadsGetTheAnswersOfTheModel() throws Exception {
    EncoderCache cache = new EncoderCache(8);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Float>> asks = new ArrayList<>();
      for (int i = 0; i < 4_000; i++) {
        int id = i * i % 17;
        asks.add(() -> ask(cache, 1, id));
      }
      List<Future<Float>> answers = pool.invokeAll(asks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(31f + i * i % 17);
      }
    } finally {
      pool.shutdown();
    }
    assertThat(cache.size()).isEqualTo(8);
    assertThat(cache.read() + cache.remembered()).isEqualTo(4_000);
  }
}
