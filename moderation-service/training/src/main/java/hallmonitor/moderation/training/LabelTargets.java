package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Category;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The encoder's training targets for a labeled comment. Most categories have two labels: one that
 * public sets teach in their own sense ("insult"), and one that only the project's corpus teaches
 * ("school-bullying"). The stack decides later how much each counts for a category. Missing labels
 * are unknown.
 */
final class LabelTargets {
  private static final String SCHOOL = "school-";

  /** Label names of the public sets. */
  private static final Map<Category, String> PUBLIC =
      Map.of(
          Category.PROFANITY, "obscene",
          Category.THREAT, "threat",
          Category.BULLYING, "insult",
          Category.HATE, "identity",
          Category.SEXUAL, "sexual",
          Category.SPAM, "spam");

  private static final String TOXIC = "toxic";

  private static final Set<Category> MAKE_TOXIC =
      EnumSet.of(Category.PROFANITY, Category.THREAT, Category.BULLYING, Category.HATE);

  /** If one of these applies, it is unknown whether the comment is also an insult. */
  private static final Set<Category> NEAR_INSULT =
      EnumSet.of(Category.HATE, Category.THREAT, Category.SELF_HARM);

  private LabelTargets() {}

  static Map<String, Boolean> of(Corpus.Row row) {
    Map<String, Boolean> targets = new LinkedHashMap<>();
    PUBLIC.forEach(
        (category, label) -> {
          if (row.knows(category)) {
            targets.put(label, row.is(category));
          }
        });
    row.toxic().ifPresent(toxic -> targets.put(TOXIC, toxic));
    if (row.isOwn()) {
      own(row, targets);
    } else {
      harmlessAtSchool(row, targets);
    }
    return targets;
  }

  private static void own(Corpus.Row row, Map<String, Boolean> targets) {
    for (Category category : Train.LEARNED) {
      targets.put(SCHOOL + category.label(), row.is(category));
    }
    boolean criticism = Criticism.is(row);
    String insult = PUBLIC.get(Category.BULLYING);
    if (criticism || (!row.is(Category.BULLYING) && anyOf(NEAR_INSULT, row))) {
      targets.remove(insult); // lawful criticism often insults: allowed here, an insult elsewhere
    }
    if (anyOf(MAKE_TOXIC, row)) {
      targets.put(TOXIC, true);
    } else if (row.labels().isEmpty() && !criticism) {
      targets.put(TOXIC, false);
    }
  }

  /** Text that public sets call entirely harmless is harmless at school, too. */
  private static void harmlessAtSchool(Corpus.Row row, Map<String, Boolean> targets) {
    List<Category> sure =
        List.of(
            Category.THREAT_REPORT,
            Category.SELF_HARM,
            Category.ABUSE_DISCLOSURE,
            Category.CONFIDENTIAL);
    boolean tame = row.toxic().map(toxic -> !toxic).orElse(false);
    for (Category category : Train.LEARNED) {
      boolean negative = row.knows(category) && !row.is(category);
      boolean known = sure.contains(category) || tame && row.knows(Category.SELF_HARM);
      if (negative && known) {
        targets.put(SCHOOL + category.label(), false);
      }
    }
    if (row.knows(Category.SPAM)) {
      targets.put(SCHOOL + Category.SPAM.label(), row.is(Category.SPAM));
    }
  }

  private static boolean anyOf(Set<Category> categories, Corpus.Row row) {
    return categories.stream().anyMatch(row::is);
  }
}
