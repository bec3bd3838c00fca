package hallmonitor.moderation.finding.encoder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One model of the second stage.
 *
 * @param name prefix of its terms in a stack
 * @param reader cuts comments for it
 * @param cache its answers on the last texts
 * @param routing selects the comments that it scores
 * @param stack combines its logits with earlier scores
 * @param labels labels of its logits, in order
 * @param terms earlier terms and its own, as named in the stack
 */
record EncoderStep(
    String name,
    PieceReader reader,
    Encoder encoder,
    EncoderCache cache,
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
   * @param before terms of the steps before it
   * @param reader cuts comments for it
   * @param limits of its model
   * @param kept number of texts for which answers are kept
   */
  static EncoderStep read(
      EncoderSource source,
      List<String> before,
      PieceReader reader,
      Encoder.Limits limits,
      int kept)
      throws IOException {
    String folder = source.folder();
    EncoderCache cache = new EncoderCache(kept);
    List<String> labels =
        HeaderedLines.of(folder + LABELS, ModelResource.text(folder + LABELS)).stream()
            .map(line -> line.words()[0])
            .toList();
    List<String> terms = new ArrayList<>(before);
    labels.forEach(label -> terms.add(source.name() + ":" + label));
    StageRouting routing =
        StageRouting.read(folder + ROUTING, ModelResource.text(folder + ROUTING), before);
    StackedWeights stack =
        StackedWeights.read(folder + STACK, ModelResource.text(folder + STACK), terms);
    Encoder encoder =
        new Encoder(
            () -> ModelResource.open(folder + MODEL), reader.padding(), labels.size(), limits);
    return new EncoderStep(source.name(), reader, encoder, cache, routing, stack, labels, terms);
  }

  /** Returns the earlier logits followed by its own. */
  float[] opinions(float[] before, int[] ids) {
    float[] own = cache.logits(ids, encoder::logits);
    float[] all = Arrays.copyOf(before, before.length + own.length);
    System.arraycopy(own, 0, all, before.length, own.length);
    return all;
  }
}
