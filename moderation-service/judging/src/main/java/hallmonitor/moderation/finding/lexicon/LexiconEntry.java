package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.Category;
import java.util.List;

/**
 * One word or phrase of the lexicon.
 *
 * @param score 0 for an innocent phrase
 * @param open whether letters may follow
 * @param glued whether it is strong: also matched within a run of everyday words and when
 *     misspelled
 * @param name whether it is also the name of people or places
 * @param spelling whether it is only another spelling of an entry
 * @param english whether it is from an English list
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

  /** Creates an innocent phrase. It scores 0 and, being longer, hides the word within it. */
  static LexiconEntry phrase(String text) {
    return new LexiconEntry(List.of(), 0, text, false, false, false, false, false, false);
  }

  /** Creates a word that the district's policy names. */
  static LexiconEntry named(String text, double score) {
    List<Category> profanity = List.of(Category.PROFANITY);
    return new LexiconEntry(profanity, score, text, false, false, false, false, false, true);
  }
}
