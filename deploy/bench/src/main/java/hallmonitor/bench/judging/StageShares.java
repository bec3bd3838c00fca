package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.encoder.EncoderStage.Looks;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.List;

/**
 * How far the comments of a stream go.
 *
 * @param comments their number
 * @param looks how often each encoder was needed, from the fastest to the best
 */
record StageShares(int comments, List<Looks> looks) {
  /** Judges the stream once by all stages, which remember the texts as in the service. */
  static StageShares of(List<Posted> sample) {
    try (EncoderStage stage = EncoderStage.shipped().orElseThrow()) {
      Detectors detectors =
          StandardDetectors.of(LocalNames.NONE, StandardDetectors.model().followedBy(stage));
      sample.forEach(posted -> detectors.detect(posted.comment()));
      return new StageShares(sample.size(), stage.looks());
    }
  }

  /** Loads the second stage so that it reads equal texts again. */
  static EncoderStage withoutMemory() {
    return EncoderStage.shipped(0).orElseThrow();
  }

  /** Returns a share of the comments, in percent. */
  double percent(long part) {
    return 100.0 * part / comments;
  }
}
