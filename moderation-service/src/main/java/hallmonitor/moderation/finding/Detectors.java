package hallmonitor.moderation.finding;

import java.util.ArrayList;
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
    List<Finding> findings = new ArrayList<>();
    for (Detector detector : detectors) {
      try {
        findings.addAll(detector.detect(comment));
      } catch (RuntimeException | StackOverflowError e) {
        findings.add(failure(detector, e));
      }
    }
    findings.addAll(Corroboration.of(findings));
    return findings;
  }

  private static Finding failure(Detector detector, Throwable e) {
    return new Finding(
        Category.DETECTOR_FAILURE,
        1,
        detector.name(),
        List.of(),
        "The detector '"
            + detector.name()
            + "' failed on this comment ("
            + e.getClass().getSimpleName()
            + "), so a person must look at it.");
  }
}
