package hallmonitor.moderation.casework;

/**
 * How often a case has changed.
 *
 * @param number counts changes from 0; a decision names the one that it looked at
 * @param sameSince the version since which nothing changed for a person who decides. When the
 *     platform carries out our own order, for example, that is what the person expected.
 */
public record CaseVersion(int number, int sameSince) {
  static final CaseVersion FIRST = new CaseVersion(0, 0);

  /** After something that a person has to look at before they decide. */
  CaseVersion next() {
    return new CaseVersion(number + 1, number + 1);
  }

  /** After something that leaves what a person decides on. */
  CaseVersion nextAlike() {
    return new CaseVersion(number + 1, sameSince);
  }

  /** Whether a person who looked at that one would decide on the same thing now. */
  public boolean isAsIn(int looked) {
    return sameSince <= looked && looked <= number;
  }
}
