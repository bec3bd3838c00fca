package hallmonitor.messaging.beat;

import java.time.Duration;

/**
 * How long a service may say nothing before someone is told.
 *
 * @param running of one that was heard
 * @param starting of one that has not been heard yet, since this process listens
 * @param stopped of one that said goodbye: someone stopped it, and most often to start it again
 */
public record SilenceLimits(Duration running, Duration starting, Duration stopped) {
  /** What is known of a service. */
  public enum Standing {
    LIVES,
    SILENT,
    /** Too early to say. */
    UNKNOWN
  }

  public Standing of(Hearing hearing) {
    boolean stopped = hearing.isStopped();
    Duration limit = stopped ? this.stopped : hearing.heard() ? running : starting;
    if (hearing.silent().compareTo(limit) > 0) {
      return Standing.SILENT;
    }
    return hearing.heard() && !hearing.inDoubt() && !stopped ? Standing.LIVES : Standing.UNKNOWN;
  }
}
