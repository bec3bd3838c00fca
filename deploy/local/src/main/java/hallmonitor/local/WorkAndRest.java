package hallmonitor.local;

import java.time.Duration;

/** Says by a process's processor time when it rests after work, once for each time of work. */
final class WorkAndRest {
  /** Work that leaves something worth collecting. */
  private static final Duration WORK = Duration.ofSeconds(15);

  /** Polls and heartbeats take less between two looks, a minute apart. */
  private static final Duration REST = Duration.ofSeconds(5);

  private Duration looked = Duration.ZERO;
  private Duration rested = Duration.ZERO;

  /**
   * Takes a look; call once a minute.
   *
   * @param used processor time since the process began; less than before for its successor
   * @return whether it has worked since it last rested, and rests now
   */
  boolean rests(Duration used) {
    if (used.compareTo(looked) < 0) {
      rested = Duration.ZERO;
    }
    boolean rests =
        used.minus(looked).abs().compareTo(REST) < 0 && used.minus(rested).compareTo(WORK) >= 0;
    looked = used;
    rested = rests ? used : rested;
    return rests;
  }
}
