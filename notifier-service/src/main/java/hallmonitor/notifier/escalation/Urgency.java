package hallmonitor.notifier.escalation;

/** How much a notice interrupts; in the order in which notices are sent. */
public enum Urgency {
  /** At once, at any hour. */
  IMMEDIATE,
  /** At once outside quiet hours, otherwise at their end. */
  SOON,
  /** In one daily mail to each person, at the end of quiet hours. */
  DIGEST;

  /** The more urgent one. */
  public Urgency or(Urgency other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
