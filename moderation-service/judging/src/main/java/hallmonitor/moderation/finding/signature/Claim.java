package hallmonitor.moderation.finding.signature;

/**
 * What a signature is worth beside a display name.
 *
 * @param score how sure it is, from 0 to 1, that it names somebody who is not the author
 * @param own whether it is the author's: nothing else in the comment is false then
 */
record Claim(double score, boolean own) {
  static final Claim OWN = new Claim(0, true);
  static final Claim NONE = new Claim(0, false);

  static Claim of(double score) {
    return score == 0 ? NONE : new Claim(score, false);
  }

  /** Whether it says nothing. */
  boolean isNone() {
    return score == 0 && !own;
  }
}
