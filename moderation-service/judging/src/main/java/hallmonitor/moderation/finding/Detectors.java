package hallmonitor.moderation.finding;

import java.util.List;

/**
 * All detectors in order. A failed detector never hides the others' findings and produces a finding
 * itself.
 */
public final class Detectors {
  private static final System.Logger LOG = System.getLogger(Detectors.class.getName());

  private final List<Detector> detectors;

  public Detectors(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /**
   * Loads what the slow models need, so that a reader with a time limit does not spend it on that.
   * What cannot be loaded is no failure yet: the detector's own finding will tell of it.
   */
  public void prepare() {
    for (Detector detector : detectors) {
      try {
        detector.prepare();
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The detector ''{0}'' is not ready: {1}",
            detector.name(),
            e);
      }
    }
  }

  public List<Finding> detect(Comment comment) {
    return detection(comment).run().findings();
  }

  /** Returns what is seen at a glance: most danger, at a fifth of the cost of {@link #detect}. */
  public List<Finding> glance(Comment comment) {
    return detectors.stream().flatMap(detector -> detector.glance(comment).stream()).toList();
  }

  /** Starts a detection that another thread can watch. */
  public Detection detection(Comment comment) {
    return new Detection(detectors, comment, Detection::whole);
  }

  /** Starts a first look that another thread can watch: a detection without the slow models. */
  public Detection firstLook(Comment comment) {
    return new Detection(detectors, comment, Detector::firstLook);
  }

  /** Returns the finding for a detector that gave no answer. It always leads to review. */
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
