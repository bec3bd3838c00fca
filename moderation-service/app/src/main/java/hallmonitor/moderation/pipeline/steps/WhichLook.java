package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detection;
import hallmonitor.moderation.finding.Detectors;

/** How a comment is read. */
public enum WhichLook {
  /** At once, with everything that is read: rules and the linear models. */
  FIRST,
  /** Later, what the first look leaves: with the scout and the encoders. */
  SECOND;

  Detection at(Comment comment, Detectors detectors) {
    return this == FIRST ? detectors.firstLook(comment) : detectors.detection(comment);
  }
}
