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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transformer model in ONNX format, in memory. Inputs are {@code input_ids} and {@code
 * attention_mask}, int64 [texts, pieces]; the output is {@code logits}, float [texts, labels]. All
 * threads share it; each run stays on the calling thread.
 */
final class EncoderSession implements AutoCloseable {
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String LOGITS = "logits";

  /** Longer than any machine takes to load a model. */
  private static final Duration OLD = Duration.ofMinutes(10);

  private static final System.Logger LOG = System.getLogger(EncoderSession.class.getName());

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int padding;
  private final RunLimit limit;

  /**
   * Loads a model and tries it.
   *
   * @param onnx the model; read to its end
   * @param padding id that fills up shorter texts
   * @param labels number of logits per text
   * @param limit stops runs that take too long
   * @throws EncoderException if this is not such a model
   */
  EncoderSession(InputStream onnx, int padding, int labels, RunLimit limit) {
    this.padding = padding;
    this.limit = limit;
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
      throw new EncoderException("The encoder is no model that this build can run.", e);
    } catch (IOException e) {
      throw new EncoderException(
          "The encoder cannot be copied to the folder for files of a moment.", e);
    }
    try {
      check(labels);
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
    deleteLeftovers(file);
    try {
      Files.copy(onnx, file, StandardCopyOption.REPLACE_EXISTING);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * A process that is killed while it loads a model leaves the copy, and a container's folder for
   * such files may be small and outlive the process.
   */
  private static void deleteLeftovers(Path fresh) throws IOException {
    FileTime old = FileTime.from(Files.getLastModifiedTime(fresh).toInstant().minus(OLD));
    Path folder = fresh.resolveSibling("");
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, "encoder-*.onnx")) {
      for (Path copy : copies) {
        try {
          if (Files.getLastModifiedTime(copy).compareTo(old) < 0) {
            Files.deleteIfExists(copy);
          }
        } catch (IOException e) {
          LOG.log(System.Logger.Level.DEBUG, "{0} stays: {1}", copy, e);
        }
      }
    }
  }

  private void check(int labels) {
    if (!session.getInputNames().equals(Set.of(IDS, MASK))
        || !session.getOutputNames().contains(LOGITS)) {
      throw new EncoderException(
          "The encoder must take input_ids and attention_mask and give logits, but takes "
              + session.getInputNames()
              + " and gives "
              + session.getOutputNames()
              + ".");
    }
    int given = run(List.of(new int[] {padding, padding}))[0].length;
    if (given != labels) {
      throw new EncoderException(
          "The encoder gives " + given + " logits, but its list of labels has " + labels + ".");
    }
  }

  /** Returns the logits of each text, in order. */
  float[][] run(List<int[]> texts) {
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

  /** Call only when no thread uses it anymore. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EncoderException("The encoder did not close.", e);
    }
  }
}
