package hallmonitor.moderation.console.evidence;

import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.moderation.wording.Sentence;

/**
 * A place that is not right, in the reader's language.
 *
 * @param where a record, a file, or the package itself
 */
public record ProblemView(CharSequence where, Sentence why) {
  static ProblemView of(Problem problem) {
    return new ProblemView(where(problem), why(problem));
  }

  private static CharSequence where(Problem problem) {
    if (problem.whole()) {
      return Sentence.of("The file");
    }
    return problem.sequence().isPresent()
        ? Sentence.of("Record {1}", problem.sequence().get())
        : problem.where();
  }

  private static Sentence why(Problem problem) {
    return switch (problem.kind()) {
      case CHANGED_FILE -> Sentence.of("It is not the file that was packed. It was changed.");
      case CHANGED_SIGNED_FILE ->
          Sentence.of("It is not the file that was signed. It was changed.");
      case OTHER_LIST -> Sentence.of("It is not the list of files that was signed.");
      case MISSING -> Sentence.of("It is missing.");
      case ADDED -> Sentence.of("It was added later. The list of files does not name it.");
      case NOT_WHOLE ->
          Sentence.of(
              "It is not a complete package. It was cut off or changed, or is another file.");
      case DAMAGED -> Sentence.of("It is damaged.");
      case TOO_LARGE ->
          Sentence.of(
              "It is too large to be verified here. The command on the server has more room.");
      case NO_RECORD -> Sentence.of("It holds no sealed record.");
      case CHANGED_RECORD -> Sentence.of("It was changed after it was sealed.");
      case OTHER_THAN_RECORD -> Sentence.of("It is not what its sealed record holds.");
      case OTHER_THAN_LEDGER -> Sentence.of("It does not say what the sealed records say.");
      case NOT_IN_LEDGER -> Sentence.of("Your district's ledger does not hold it.");
      case BAD_SIGNATURE -> Sentence.of("Its signature does not match. It was changed.");
      case FOREIGN_KEY -> Sentence.of("It is signed with a key that is not your district's.");
      case NO_KEY ->
          Sentence.of("Your district has no key yet. It gets one with the first signature.");
      case OTHER -> Sentence.of("The verification says: {1}", problem.why());
    };
  }
}
