package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause.Urgency;

/** How urgent something is in the opinion of the person who reports it. */
public enum TipUrgency {
  /** Someone may be in danger now. */
  NOW(Urgency.IMMEDIATE),
  SOON(Urgency.SOON),
  CAN_WAIT(Urgency.DIGEST);

  private final Urgency inQueue;

  TipUrgency(Urgency inQueue) {
    this.inQueue = inQueue;
  }

  /** Returns the place in the queue. */
  public Urgency inQueue() {
    return inQueue;
  }
}
