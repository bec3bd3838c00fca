package hallmonitor.moderation.finding.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import hallmonitor.moderation.finding.DetectorTimeout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A transformer model in ONNX format. Inputs are {@code input_ids} and {@code attention_mask},
 * int64 [texts, pieces]; the output is {@code logits}, float [texts, labels]. All threads share one
 * session; each text runs on the calling thread.
 */
final class Encoder implements AutoCloseable {
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String LOGITS = "logits";

  /**
   * Batch size. Measured with six layers in 8 bits: eight texts of equal length take 0.7 times as
   * long as one by one, but eight of different lengths 1.4 times, because shorter ones are padded.
   */
  private static final int MOST_AT_ONCE = 8;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int padding;
  private final int labels;
  private final RunLimit limit;

  /** Loads a model with a limit of one minute per run. */
  Encoder(InputStream onnx, int padding, int labels) {
    this(onnx, padding, labels, Duration.ofMinutes(1));
  }

  /**
   * Loads a model.
   *
   * @param onnx the model; read to its end
   * @param padding id that fills up shorter texts
   * @param labels number of logits per text
   * @param limit time after which a run is stopped
   * @throws EncoderException if this is not such a model
   */
  Encoder(InputStream onnx, int padding, int labels, Duration limit) {
    this.padding = padding;
    this.labels = labels;
    this.limit = new RunLimit(limit);
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      // The weights lie where their last copy is made, and what a run needs is given back after it:
      // 60 MB less for the three models, at the same speed and with the same logits.
      options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
      options.setCPUArenaAllocator(false);
      session = session(onnx, options);
    } catch (OrtException e) {
      this.limit.close();
      throw new EncoderException("The encoder is no model that this build can run.", e);
    } catch (IOException e) {
      this.limit.close();
      throw new EncoderException(
          "The encoder cannot be copied to the folder for files of a moment.", e);
    }
    try {
      check();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Opens a session from a temporary file. From a byte array, a model would stay in memory nearly
   * twice more.
   */
  private OrtSession session(InputStream onnx, SessionOptions options)
      throws IOException, OrtException {
    Path file = Files.createTempFile("encoder-", ".onnx");
    try {
      Files.copy(onnx, file, StandardCopyOption.REPLACE_EXISTING);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.delete(file);
    }
  }

  private void check() {
    if (!session.getInputNames().equals(Set.of(IDS, MASK))
        || !session.getOutputNames().contains(LOGITS)) {
      throw new EncoderException(
          "The encoder must take input_ids and attention_mask and give logits, but takes "
              + session.getInputNames()
              + " and gives "
              + session.getOutputNames()
              + ".");
    }
    int given = logits(new int[] {padding, padding}).length;
    if (given != labels) {
      throw new EncoderException(
          "The encoder gives " + given + " logits, but its list of labels has " + labels + ".");
    }
  }

  /**
   * Returns the logits of one text, in the order of the labels.
   *
   * @throws DetectorTimeout if the run was stopped
   */
  float[] logits(int[] ids) {
    return run(List.of(ids))[0];
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
      float[][] part = run(Arrays.stream(byLength, from, to).map(texts::get).toList());
      for (int i = from; i < to; i++) {
        logits[byLength[i]] = part[i - from];
      }
    }
    return logits;
  }

  private float[][] run(List<int[]> texts) {
    int longest = texts.stream().mapToInt(ids -> ids.length).max().orElseThrow();
    long[] shape = {texts.size(), longest};
    long[] ids = new long[texts.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, padding);
    for (int t = 0; t < texts.size(); t++) {
      int[] text = texts.get(t);
      for (int i = 0; i < text.length; i++) {
        ids[t * longest + i] = text[i];
        mask[t * longest + i] = 1;
      }
    }
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OrtSession.RunOptions options = new OrtSession.RunOptions()) {
      return run(Map.of(IDS, idTensor, MASK, maskTensor), options);
    } catch (OrtException e) {
      throw new EncoderException("The encoder failed on a text.", e);
    }
  }

  private float[][] run(Map<String, OnnxTensor> inputs, OrtSession.RunOptions options)
      throws OrtException {
    RunLimit.Run run = limit.begin(() -> terminate(options));
    try (run;
        OrtSession.Result result = session.run(inputs, Set.of(LOGITS), options)) {
      return (float[][]) result.get(0).getValue();
    } catch (OrtException e) {
      if (run.wasStopped()) {
        throw new DetectorTimeout("The encoder was stopped.", e);
      }
      throw e;
    }
  }

  private static void terminate(OrtSession.RunOptions options) {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new EncoderException("The encoder cannot be stopped.", e);
    }
  }

  /** Closes the session. Call only when no thread uses it anymore. */
  @Override
  public void close() {
    limit.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new EncoderException("The encoder did not close.", e);
    }
  }
}
