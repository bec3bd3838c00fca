package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.signature.SignOff.Form;

/** How sure it is that a signature names somebody who is not the author. */
final class SignatureScore {
  /** Sure enough for a person to look, and for no more. */
  private static final double BELOW_HIDING = 0.9;

  private final SignatureWeights weights = SignatureWeights.read(SignatureWeights.FILE);
  private final Staff staff;

  SignatureScore(Staff staff) {
    this.staff = staff;
  }

  /** From 0 to 1. */
  double of(SignOff signed, Signer signer, DisplayName author, Comment comment) {
    double score =
        weights.probability(
            SignatureFeatures.of(signed, signer, author, comment),
            staff.has(signed.phrase().name()));
    return isApart(signed, comment.text()) && isGrave(signed, signer, author)
        ? score
        : Math.min(score, BELOW_HIDING);
  }

  /** Only what stands apart at the end, as signatures do, is sure enough for more than a look. */
  private static boolean isApart(SignOff signed, String text) {
    boolean apart =
        switch (signed.form()) {
          case CLOSING, DASH, LINE -> true;
          case SENTENCE -> signed.role();
          default -> false;
        };
    return apart && text.length() - signed.to() <= SignOff.BESIDE;
  }

  /** An employee, a leading office, or one person in full by another after a closing word. */
  private boolean isGrave(SignOff signed, Signer signer, DisplayName author) {
    return switch (signer) {
      case LEADER, LEADING_OFFICE -> true;
      case FULL ->
          staff.has(signed.phrase().name())
              || signed.form() == Form.CLOSING && author.kind() == DisplayName.Kind.PERSON;
      case TITLED, SINGLE -> staff.has(signed.phrase().name());
      default -> false;
    };
  }
}
