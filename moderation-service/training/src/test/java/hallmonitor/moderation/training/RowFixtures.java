package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Labeled comments for tests. */
final class RowFixtures {
  private RowFixtures() {}

  static Corpus.Row own(String id, Split split, String text, Category... labels) {
    return new Corpus.Row(
        id, Corpus.OWN, split, id, Set.of(labels), Set.of(), Optional.empty(), "en", comment(text));
  }

  /** Returns a public row for which only these categories are known not to apply. */
  static Corpus.Row harmlessOf(String source, String text, Category... known) {
    Set<Category> unknown = EnumSet.allOf(Category.class);
    Set.of(known).forEach(unknown::remove);
    return new Corpus.Row(
        source + ":1",
        source,
        Split.TRAIN,
        source,
        Set.of(),
        unknown,
        Optional.of(false),
        "en",
        comment(text));
  }

  static Comment comment(String text) {
    return Comment.of(text, "Dana", "", Optional.empty(), "school");
  }
}
