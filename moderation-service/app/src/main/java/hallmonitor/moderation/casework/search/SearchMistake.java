package hallmonitor.moderation.casework.search;

import hallmonitor.moderation.wording.Sentence;

/** What is wrong with the words that someone typed into the search, and where. */
public final class SearchMistake extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  SearchMistake(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }
}
