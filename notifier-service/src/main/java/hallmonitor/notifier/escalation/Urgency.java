package hallmonitor.notifier.escalation;

/** How much a notice interrupts, in sending order. */
public enum Urgency {
  /** Immediately, at any hour. */
  IMMEDIATE,
  /** Immediately outside quiet hours, otherwise at their end. */
  SOON,
  /** In one daily mail per person, at the end of quiet hours. */
  DIGEST;

  /** Returns the more urgent one. */
  public Urgency or(Urgency other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
