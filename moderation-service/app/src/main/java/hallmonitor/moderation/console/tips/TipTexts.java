package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Codes of a tip in words. */
@TemplateExtension(namespace = "tip")
public final class TipTexts {
  private TipTexts() {}

  /** Returns the state of a {@link TipStatus} in words. */
  public static Sentence state(String code) {
    return switch (code) {
      case "looking" -> Sentence.of("Being reviewed");
      case "acted" -> Sentence.of("Acted on");
      case "clear" -> Sentence.of("No violation");
      default -> Sentence.of("Received");
    };
  }

  public static Sentence urgency(String code) {
    return switch (code) {
      case "now" -> Sentence.of("Danger now");
      case "soon" -> Sentence.of("Soon");
      default -> Sentence.of("Can wait");
    };
  }

  /** Returns how a tip came in. */
  public static Sentence way(String code) {
    return switch (code) {
      case "staff" -> Sentence.of("from staff");
      case "school" -> Sentence.of("by a school's link");
      default -> Sentence.of("from the public");
    };
  }
}
