package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.together.PileOn;
import java.time.Duration;

/**
 * How far judging looks beyond one comment, and how long it waits for a detector.
 *
 * @param readTogether longest time between an author's comments under one post that are read
 *     together
 * @param pileOn the definition of a pile-on
 * @param patience longest time of one detector for one comment
 */
public record ContextSettings(Duration readTogether, PileOn pileOn, Duration patience) {
  public static final ContextSettings DEFAULT =
      new ContextSettings(
          Duration.ofMinutes(10), new PileOn(4, Duration.ofMinutes(60)), Duration.ofSeconds(4));

  public ContextSettings {
    if (patience.toMillis() < 4) {
      throw new IllegalArgumentException("no detector answers within " + patience);
    }
  }
}
