package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Comments of a stream that reach the encoders. The cost of a run depends on the length of the
 * text, so it is measured on those.
 *
 * @param byModel for each encoder, from the fastest to the best
 */
record CommentsByEncoder(List<List<Comment>> byModel) {
  private static final int JUDGED = 1_200;

  /**
   * Judges about {@value #JUDGED} comments that are spread evenly over the stream.
   *
   * @param detectors that the stage is a part of
   * @throws IllegalStateException if no comment reaches one of them
   */
  static CommentsByEncoder of(EncoderStage stage, Detectors detectors, List<Posted> sample) {
    List<List<Comment>> reached =
        Stream.<List<Comment>>generate(ArrayList::new).limit(stage.models().size()).toList();
    for (int i = 0; i < sample.size(); i += Math.max(1, sample.size() / JUDGED)) {
      Comment comment = sample.get(i).comment();
      List<EncoderStage.Looks> before = stage.looks();
      detectors.detect(comment);
      List<EncoderStage.Looks> after = stage.looks();
      for (int model = 0; model < reached.size(); model++) {
        if (after.get(model).all() > before.get(model).all()) {
          reached.get(model).add(comment);
        }
      }
    }
    if (reached.stream().anyMatch(List::isEmpty)) {
      throw new IllegalStateException(
          "No comment of the stream reaches one of the models: " + stage.models());
    }
    return new CommentsByEncoder(reached);
  }
}
