package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.Category;
import java.util.List;

/**
 * One word or phrase of the lexicon.
 *
 * @param score 0 for an innocent phrase
 * @param open whether letters may follow
 * @param glued whether it is strong: sought within a run of everyday words, and misspelt
 * @param name whether people and places are called so
 * @param spelling whether it is only a way to write another entry
 * @param english whether it is of an English list
 * @param named whether the district's policy names it
 */
record LexiconEntry(
    List<Category> categories,
    double score,
    String text,
    boolean open,
    boolean glued,
    boolean name,
    boolean spelling,
    boolean english,
    boolean named) {

  /** An innocent phrase scores nothing: being longer, it hides the word within. */
  static LexiconEntry phrase(String text) {
    return new LexiconEntry(List.of(), 0, text, false, false, false, false, false, false);
  }

  /** A word that the district's policy names. */
  static LexiconEntry named(String text, double score) {
    List<Category> profanity = List.of(Category.PROFANITY);
    return new LexiconEntry(profanity, score, text, false, false, false, false, false, true);
  }
}
