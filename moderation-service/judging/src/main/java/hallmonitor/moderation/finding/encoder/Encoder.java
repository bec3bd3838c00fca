package hallmonitor.moderation.finding.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/**
 * A transformer model, which is in memory only while it is used: a quiet page needs it a few times
 * an hour, and the three that ship take 200 MB. Thread-safe; each text runs on the calling thread.
 */
final class Encoder implements AutoCloseable {
  /** Opens the model's file. */
  @FunctionalInterface
  interface OnnxFile {
    /**
     * @throws EncoderException if it is missing
     */
    InputStream open() throws IOException;
  }

  /**
   * How long a model works and stays.
   *
   * @param run time after which a run is stopped
   * @param rest time without a run after which the model leaves the memory
   */
  record Limits(Duration run, Duration rest) {}

  /**
   * Batch size. Measured with six layers in 8 bits: eight texts of equal length take 0.7 times as
   * long as one by one, but eight of different lengths 1.4 times, because shorter ones are padded.
   */
  private static final int MOST_AT_ONCE = 8;

  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "encoder-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final OnDemand<EncoderSession> session;

  /**
   * Creates an encoder. The model is loaded with the first text, or by {@link #load}.
   *
   * @param padding id that fills up shorter texts
   * @param labels number of logits per text
   */
  Encoder(OnnxFile onnx, int padding, int labels, Limits limits) {
    RunLimit limit = new RunLimit(limits.run(), watcher);
    session =
        new OnDemand<>(
            () -> load(onnx, padding, labels, limit),
            EncoderSession::close,
            limits.rest(),
            watcher);
  }

  private static EncoderSession load(OnnxFile onnx, int padding, int labels, RunLimit limit) {
    try (InputStream model = onnx.open()) {
      return new EncoderSession(model, padding, labels, limit);
    } catch (IOException e) {
      throw new EncoderException("The encoder cannot be read.", e);
    } catch (LinkageError e) {
      throw new EncoderException(
          "This machine cannot load onnxruntime (" + e.getMessage() + ").", e);
    }
  }

  /**
   * Loads the model if it is not in memory.
   *
   * @throws EncoderException if a file is missing or wrong, or if this machine cannot run the model
   */
  void load() {
    session.load();
  }

  /** Returns whether the model is in memory now. */
  boolean isLoaded() {
    return session.isLoaded();
  }

  /**
   * Returns the logits of one text, in the order of the labels.
   *
   * @throws hallmonitor.moderation.finding.DetectorTimeout if the run was stopped
   */
  float[] logits(int[] ids) {
    return session.use(loaded -> loaded.run(List.of(ids)))[0];
  }

  /**
   * Returns the logits of each text, in order. Texts of similar length run together. This pays off
   * for hundreds of texts, such as an archive; a few run faster one by one.
   */
  float[][] logits(List<int[]> texts) {
    Integer[] byLength = IntStream.range(0, texts.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(byLength, Comparator.comparingInt(i -> texts.get(i).length));
    float[][] logits = new float[texts.size()][];
    for (int from = 0; from < byLength.length; from += MOST_AT_ONCE) {
      int to = Math.min(from + MOST_AT_ONCE, byLength.length);
      List<int[]> together = Arrays.stream(byLength, from, to).map(texts::get).toList();
      float[][] part = session.use(loaded -> loaded.run(together));
      for (int i = from; i < to; i++) {
        logits[byLength[i]] = part[i - from];
      }
    }
    return logits;
  }

  /** Takes the model out of memory. Call only when no thread uses it anymore. */
  @Override
  public void close() {
    watcher.shutdownNow();
    session.close();
  }
}
