package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detection;
import hallmonitor.moderation.finding.Detectors;

/** How a comment is read. */
public enum WhichLook {
  /** The first look before its turn: what was written earlier may not be archived yet. */
  AHEAD,
  /** At once, with everything that is read: rules and the linear models. */
  FIRST,
  /** Later, what the first look leaves: with the scout and the encoders. */
  SECOND;

  Detection at(Comment comment, Detectors detectors) {
    return this == SECOND ? detectors.detection(comment) : detectors.firstLook(comment);
  }
}
