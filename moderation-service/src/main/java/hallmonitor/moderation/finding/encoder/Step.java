package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One encoder of the second stage.
 *
 * @param routing what it looks at, by the probabilities known before
 * @param stack what its opinion weighs beside the linear model's
 * @param labels what its logits mean, in their order
 */
record Step(Encoder encoder, Routing routing, Stack stack, List<String> labels) {
  static final String MODEL = "encoder.onnx";
  private static final String ROUTING = "routing.txt";
  private static final String STACK = "stack.txt";
  private static final String LABELS = "labels.txt";

  /** Names within a folder. */
  static final List<String> FILES = List.of(MODEL, ROUTING, STACK, LABELS);

  /**
   * @param folder of the class path
   * @param padding the id that fills up shorter texts
   * @param limit after which a look is stopped
   */
  static Step read(String folder, int padding, Duration limit) throws IOException {
    List<String> labels =
        Lines.of(folder + LABELS, Resource.text(folder + LABELS)).stream()
            .map(line -> line.words()[0])
            .toList();
    Routing routing = Routing.read(folder + ROUTING, Resource.text(folder + ROUTING));
    Stack stack = Stack.read(folder + STACK, Resource.text(folder + STACK), labels);
    try (InputStream model = Resource.open(folder + MODEL)) {
      return new Step(new Encoder(model, padding, labels.size(), limit), routing, stack, labels);
    }
  }

  boolean isWorthALook(ToDoubleFunction<Category> known, List<Finding> before) {
    return routing.isWorthALook(known, before);
  }

  Map<Category, Double> look(int[] ids, LinearScores linear) {
    return stack.probabilities(linear, encoder.logits(ids));
  }
}
