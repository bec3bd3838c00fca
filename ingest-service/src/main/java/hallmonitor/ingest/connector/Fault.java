package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.RateBudget;
import java.time.Duration;

/** Why a platform did not do what was asked. Sealed, so that the engine handles every case. */
public sealed interface Fault {
  /** Returns one sentence for people that says what is wrong and what to do. */
  String sentence();

  /**
   * Too many requests.
   *
   * @param retryAfter how long to send no requests
   * @param apart whether the platform limits reads and acts separately, so that one kind may
   *     continue while the other pauses
   */
  record Throttled(String sentence, Duration retryAfter, boolean apart) implements Fault {
    public Throttled(String sentence, Duration retryAfter) {
      this(sentence, retryAfter, false);
    }

    /**
     * Holds back reading, as the answer to a read. Acts continue until one of them is throttled.
     */
    public void holdReads(RateBudget budget) {
      RateBudget.READS.forEach(use -> budget.rest(use, retryAfter));
    }

    /** Holds back acts, as the answer to an act, and also reads if they use up the same limit. */
    public void holdActs(RateBudget budget) {
      if (apart) {
        RateBudget.ACTS.forEach(use -> budget.rest(use, retryAfter));
      } else {
        budget.pause(retryAfter);
      }
    }
  }

  /** The credential is missing, wrong, or may not moderate. Only a person can fix it. */
  record AuthLost(String sentence) implements Fault {}

  /** The comment no longer exists. */
  record Gone(String sentence) implements Fault {}

  /** The platform refused; a retry changes nothing. */
  record Rejected(String sentence) implements Fault {}

  /** Unreachable, broken, or no answer in time. The request may or may not have taken effect. */
  record Transient(String sentence) implements Fault {}
}
