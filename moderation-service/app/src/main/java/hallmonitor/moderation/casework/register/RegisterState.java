package hallmonitor.moderation.casework.register;

/** How an account stands in the register; {@link RegisterAct} changes it. */
public enum RegisterState {
  /** Someone asks whether it may be opened. */
  REQUESTED,
  /** Someone found it, and no one registered it. */
  REPORTED,
  REGISTERED,
  /** It may not be opened. */
  REFUSED,
  /** It does not exist any more, or is not the district's. */
  CLOSED
}
