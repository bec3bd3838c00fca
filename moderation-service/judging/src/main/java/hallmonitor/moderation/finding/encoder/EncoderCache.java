package hallmonitor.moderation.finding.encoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model's answers on the last texts that it read, so that copies of a comment are read once. The
 * key is everything that the model reads, compared as a whole. Answers that failed are not kept:
 * neither exceptions nor logits that are not numbers. Thread-safe; threads that ask about the same
 * new text at the same moment may each ask the model.
 *
 * <p>Belongs to one model and is discarded with it, so that no answer outlives its model. Takes at
 * most 4 bytes for each piece and each logit, and about 150 bytes more, for each text: 2.5 MB for
 * 4,096 texts of 96 pieces and 17 logits.
 */
final class EncoderCache {
  /** What a model reads. */
  private static final class Text {
    private final int[] ids;
    private final int hash;

    Text(int[] ids) {
      this.ids = ids.clone();
      this.hash = Arrays.hashCode(ids);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && Arrays.equals(ids, text.ids);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final int most;
  private final Map<Text, float[]> byText;
  private final LongAdder read = new LongAdder();
  private final LongAdder remembered = new LongAdder();

  /**
   * Creates an empty memory.
   *
   * @param most texts that are kept; the least recently used one is dropped first; 0 keeps none
   * @throws IllegalArgumentException if it is negative
   */
  EncoderCache(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("cannot keep " + most + " texts");
    }
    this.most = most;
    this.byText =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Text, float[]> eldest) {
            return size() > EncoderCache.this.most;
          }
        };
  }

  /**
   * Returns the logits of a text.
   *
   * @param model asked if the answer is not known; its exceptions are passed on
   * @return not to be changed
   */
  float[] logits(int[] ids, Function<int[], float[]> model) {
    if (most == 0) {
      read.increment();
      return model.apply(ids);
    }
    Text text = new Text(ids);
    float[] known = known(text);
    if (known != null) {
      remembered.increment();
      return known;
    }
    read.increment();
    float[] logits = model.apply(ids);
    if (areNumbers(logits)) {
      keep(text, logits);
    }
    return logits;
  }

  /** Returns how often the model was asked, failures included. */
  long read() {
    return read.sum();
  }

  /** Returns how often the answer was known. */
  long remembered() {
    return remembered.sum();
  }

  /** Returns how many texts are kept now. */
  int size() {
    synchronized (byText) {
      return byText.size();
    }
  }

  private float @Nullable [] known(Text text) {
    synchronized (byText) {
      return byText.get(text);
    }
  }

  private void keep(Text text, float[] logits) {
    synchronized (byText) {
      byText.put(text, logits);
    }
  }

  private static boolean areNumbers(float[] logits) {
    for (float logit : logits) {
      if (!Float.isFinite(logit)) {
        return false;
      }
    }
    return true;
  }
}
