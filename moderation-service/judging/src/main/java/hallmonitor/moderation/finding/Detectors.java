package hallmonitor.moderation.finding;

import java.util.List;

/**
 * All detectors in order. One that fails never hides what the others saw, and is itself a finding.
 */
public final class Detectors {
  private final List<Detector> detectors;

  public Detectors(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  public List<Finding> detect(Comment comment) {
    return detection(comment).run();
  }

  /** The same, to be watched while it runs. */
  public Detection detection(Comment comment) {
    return new Detection(detectors, comment);
  }

  /** That a detector came to no answer, which always leads to a person. */
  public static Finding failure(String detector, Throwable e) {
    String what =
        e instanceof DetectorTimeout
            ? "took too long on this comment"
            : "failed on this comment (" + e.getClass().getSimpleName() + ")";
    return new Finding(
        Category.DETECTOR_FAILURE,
        1,
        detector,
        List.of(),
        "The detector '" + detector + "' " + what + ", so a person must look at it.");
  }
}
