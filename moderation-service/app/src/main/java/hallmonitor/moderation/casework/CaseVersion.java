package hallmonitor.moderation.casework;

/**
 * How often a case has changed.
 *
 * @param number counts changes from 0; a decision names the one that it is based on
 * @param sameSince the first version that a deciding person would see the same as this one. When
 *     the platform carries out our own order, for example, that is what the person expected.
 */
public record CaseVersion(int number, int sameSince) {
  static final CaseVersion FIRST = new CaseVersion(0, 0);

  /** Returns the version after a change that a person must see before deciding. */
  CaseVersion next() {
    return new CaseVersion(number + 1, number + 1);
  }

  /** Returns the version after a change that does not affect decisions. */
  CaseVersion nextAlike() {
    return new CaseVersion(number + 1, sameSince);
  }

  /** Returns whether a person who saw the other version would decide on the same thing now. */
  public boolean isAsIn(int looked) {
    return sameSince <= looked && looked <= number;
  }
}
