package hallmonitor.moderation.casework.search;

/**
 * What an entry of the search is, beside its words. Tags stand among the words in one index, so
 * that any combination is looked up at once. No word begins with their sign.
 */
public enum EntryTag {
  KIND,
  ACCOUNT,
  CATEGORY,
  CLAUSE,
  VERDICT,
  /** Whether the comment stands on its platform now. */
  STATE,
  /** State of its case; {@code none} without one. */
  DECISION,
  LANGUAGE,
  PICTURE;

  /** Returns the tag as it stands in the index: short, because there are many. */
  public String of(String value) {
    return "#" + name().substring(0, 2) + ":" + value;
  }

  /** Returns a word of an author's name as it stands in the index. */
  static String author(String folded) {
    return "@" + folded;
  }
}
