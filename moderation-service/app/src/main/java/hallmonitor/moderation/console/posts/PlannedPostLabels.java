package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** States of planned posts in words. */
@TemplateExtension(namespace = "posts")
public final class PlannedPostLabels {
  private PlannedPostLabels() {}

  /** Returns the state as a chip says it. */
  public static Sentence state(String code) {
    return switch (code) {
      case "writing" -> Sentence.of("Being written");
      case "asked" -> Sentence.of("Needs approval");
      case "approved" -> Sentence.of("Approved");
      case "published" -> Sentence.of("Published");
      default -> Sentence.of("Discarded");
    };
  }
}
