package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.together.WordsInPictures;
import hallmonitor.moderation.store.archive.KnownInPicture;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Names of the program's own parts, as the page of a case says them. */
@TemplateExtension(namespace = "cases")
final class CaseWords {
  private CaseWords() {}

  /** Returns the detector: a rule, the model, or both. */
  static Sentence foundBy(Finding finding) {
    String detector = finding.detector();
    if (detector.equals("rule and model")) {
      return Sentence.of("by a rule and the model");
    }
    if (detector.equals("policy reader")) {
      return Sentence.of("by the policy reader");
    }
    if (detector.equals(WordsInPictures.NAME)) {
      return Sentence.of("in the words of a picture");
    }
    if (detector.equals(KnownInPicture.DETECTOR)) {
      return Sentence.of("as a known picture");
    }
    return detector.equals("model")
            || detector.startsWith("encoder")
            || detector.equals("second stage")
        ? Sentence.of("by the model")
        : Sentence.of("by a rule");
  }

  /** Returns the label of a decision, such as {@code confirm}. */
  static Sentence decision(String code) {
    return switch (code) {
      case "confirm" -> Sentence.of("Confirm hide");
      case "restore" -> Sentence.of("Restore");
      case "hide" -> Sentence.of("Hide");
      case "dismiss" -> Sentence.of("No violation");
      case "harmless" -> Sentence.of("OK until edited");
      case "undo" -> Sentence.of("Undo");
      default -> Sentence.of("{1}", code);
    };
  }
}
