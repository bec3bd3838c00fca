package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.Collections;
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
        findings.addAll(detector.detect(comment, Collections.unmodifiableList(findings)));
      } catch (RuntimeException | StackOverflowError e) {
        findings.add(failure(detector.name(), e));
      }
    }
    findings.addAll(Corroboration.of(findings));
    return findings;
  }

  static Finding failure(String detector, Throwable e) {
    return new Finding(
        Category.DETECTOR_FAILURE,
        1,
        detector,
        List.of(),
        "The detector '"
            + detector
            + "' failed on this comment ("
            + e.getClass().getSimpleName()
            + "), so a person must look at it.");
  }
}
