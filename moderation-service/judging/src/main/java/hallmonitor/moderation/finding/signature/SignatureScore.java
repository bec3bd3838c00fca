package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.Set;

/** How likely it is that a signature names someone other than the author. */
final class SignatureScore {
  /** Sure enough for a person's review, but no more. */
  private static final double BELOW_HIDING = 0.9;

  private final SignatureWeights weights = SignatureWeights.read(SignatureWeights.FILE);
  private final Staff staff;

  SignatureScore(Staff staff) {
    this.staff = staff;
  }

  /** From 0 to 1. */
  double of(
      Set<String> features, SignOff signed, Signer signer, DisplayName author, Comment comment) {
    boolean employee = staff.has(signed.phrase().name());
    double score = weights.probability(features, employee);
    boolean mayHide =
        isApart(signed, comment.text())
            && !features.contains(SignatureContext.SOFT)
            && (employee && signer != Signer.FAMILY || isGrave(signed, signer, author));
    return mayHide ? score : Math.min(score, BELOW_HIDING);
  }

  /**
   * Only text that stands apart at the end, as signatures do, is sure enough for more than a
   * review.
   */
  private static boolean isApart(SignOff signed, String text) {
    boolean apart =
        switch (signed.form()) {
          case CLOSING, DASH, LINE -> true;
          case SENTENCE -> signed.role();
          default -> false;
        };
    return apart && text.length() - signed.to() <= SignOff.BESIDE;
  }

  /**
   * A leading office after a closing word or a dash, or a person's full name under another person's
   * display name.
   */
  private static boolean isGrave(SignOff signed, Signer signer, DisplayName author) {
    boolean closing = signed.form() == Form.CLOSING;
    return switch (signer) {
      case LEADER, LEADING_OFFICE -> closing || signed.form() == Form.DASH;
      case FULL -> closing && author.kind() == DisplayName.Kind.PERSON;
      default -> false;
    };
  }
}
