package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One model of the second stage.
 *
 * @param routing selects the comments that it scores
 * @param stack combines its logits with earlier scores
 * @param labels labels of its logits, in order
 * @param terms earlier terms and its own, as named in the stack
 */
record EncoderStep(
    Encoder encoder,
    StageRouting routing,
    StackedWeights stack,
    List<String> labels,
    List<String> terms) {
  static final String MODEL = "encoder.onnx";
  private static final String ROUTING = "routing.txt";
  private static final String STACK = "stack.txt";
  private static final String LABELS = "labels.txt";

  /** File names within a folder. */
  static final List<String> FILES = List.of(MODEL, ROUTING, STACK, LABELS);

  /**
   * Reads one step.
   *
   * @param folder on the class path
   * @param name prefix of its terms in a stack
   * @param before terms of the steps before it
   * @param padding id that fills up shorter texts
   * @param limit time after which a look is stopped
   */
  static EncoderStep read(
      String folder, String name, List<String> before, int padding, Duration limit)
      throws IOException {
    List<String> labels =
        HeaderedLines.of(folder + LABELS, ModelResource.text(folder + LABELS)).stream()
            .map(line -> line.words()[0])
            .toList();
    List<String> terms = new ArrayList<>(before);
    labels.forEach(label -> terms.add(name + ":" + label));
    StageRouting routing =
        StageRouting.read(folder + ROUTING, ModelResource.text(folder + ROUTING));
    StackedWeights stack =
        StackedWeights.read(folder + STACK, ModelResource.text(folder + STACK), terms);
    try (InputStream model = ModelResource.open(folder + MODEL)) {
      Encoder encoder = new Encoder(model, padding, labels.size(), limit);
      return new EncoderStep(encoder, routing, stack, labels, terms);
    }
  }

  boolean isWorthALook(ToDoubleFunction<Category> known, List<Finding> before) {
    return routing.isWorthALook(known, before);
  }

  /** Returns the earlier logits followed by its own. */
  float[] opinions(float[] before, int[] ids) {
    float[] own = encoder.logits(ids);
    float[] all = Arrays.copyOf(before, before.length + own.length);
    System.arraycopy(own, 0, all, before.length, own.length);
    return all;
  }
}
