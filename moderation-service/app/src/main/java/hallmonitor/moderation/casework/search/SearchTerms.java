package hallmonitor.moderation.casework.search;

import hallmonitor.moderation.casework.search.SearchTerm.Match;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms that someone typed: {@code words}, {@code "words in this order"}, the {@code begin*} of
 * a word, {@code neer~} words, and {@code -without} a word.
 */
public final class SearchTerms {
  /** Longer texts are refused. */
  public static final int LONGEST = 300;

  private static final int MOST = 20;

  /** Shorter beginnings would match most comments. */
  private static final int SHORTEST_BEGINNING = 2;

  private static final String OPENING = "\"“«„";
  private static final String CLOSING = "\"”»“";

  private final String typed;
  private final List<SearchTerm> terms = new ArrayList<>();
  private int at;

  /** Where the first part without a word begins; -1 if there is none. */
  private int wordless = -1;

  private SearchTerms(String typed) {
    this.typed = typed;
  }

  /**
   * Reads what someone typed.
   *
   * @return empty if nothing was typed
   * @throws SearchMistake if it cannot be searched for; it names the place
   */
  public static List<SearchTerm> of(String typed) throws SearchMistake {
    if (typed.length() > LONGEST) {
      throw new SearchMistake(Sentence.of("Enter at most {1} characters to search for.", LONGEST));
    }
    SearchTerms reader = new SearchTerms(typed);
    reader.read();
    List<SearchTerm> found = reader.terms;
    if (found.isEmpty() && reader.wordless >= 0) {
      throw new SearchMistake(
          Sentence.of(
              "There is no letter and no digit to search for at character {1}.",
              reader.wordless + 1));
    }
    if (found.size() > MOST) {
      throw new SearchMistake(Sentence.of("Search for at most {1} words at once.", MOST));
    }
    if (!found.isEmpty() && found.stream().allMatch(SearchTerm::without)) {
      throw new SearchMistake(
          Sentence.of("Add a word to find: there are only words to leave out."));
    }
    return List.copyOf(found);
  }

  private void read() throws SearchMistake {
    while (skipSpaces()) {
      int start = at;
      boolean without = typed.charAt(at) == '-';
      if (without) {
        at++;
      }
      boolean phrase = at < typed.length() && OPENING.indexOf(typed.charAt(at)) >= 0;
      String part = phrase ? quoted() : upToSpace();
      List<String> words = SearchWord.of(part).stream().map(SearchWord::accented).toList();
      if (words.isEmpty()) {
        // A lone dash, or a sign of what was pasted.
        wordless = wordless < 0 ? start : wordless;
      } else {
        terms.add(
            phrase
                ? new SearchTerm(words, Match.FORMS, without)
                : term(words, part, start, without));
      }
    }
  }

  private boolean skipSpaces() {
    while (at < typed.length() && isSpace(typed.charAt(at))) {
      at++;
    }
    return at < typed.length();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private String quoted() throws SearchMistake {
    int opened = at++;
    int from = at;
    while (at < typed.length() && CLOSING.indexOf(typed.charAt(at)) < 0) {
      at++;
    }
    if (at == typed.length()) {
      throw mistake(
          Sentence.of(
              "The quotation mark at character {1} is not closed. Close it, or take it out.",
              opened + 1));
    }
    return typed.substring(from, at++);
  }

  private String upToSpace() {
    int from = at;
    while (at < typed.length()
        && !isSpace(typed.charAt(at))
        && (at == from || OPENING.indexOf(typed.charAt(at)) < 0)) {
      at++;
    }
    return typed.substring(from, at);
  }

  private static SearchTerm term(List<String> words, String part, int start, boolean without)
      throws SearchMistake {
    boolean beginning = part.endsWith("*");
    boolean near = part.endsWith("~");
    SearchTerm term =
        new SearchTerm(
            words, beginning ? Match.BEGINNING : near ? Match.NEAR : Match.FORMS, without);
    if (beginning && term.last().length() < SHORTEST_BEGINNING) {
      throw mistake(
          Sentence.of(
              "Enter at least {1} letters before the * at character {2}.",
              SHORTEST_BEGINNING, start + part.length() + (without ? 1 : 0)));
    }
    if (near && (words.size() > 1 || !NearWords.isPossible(term.last()))) {
      throw mistake(
          Sentence.of(
              "Enter one word of {1} to {2} letters before the ~ at character {3}.",
              NearWords.SHORTEST, NearWords.LONGEST, start + part.length() + (without ? 1 : 0)));
    }
    return term;
  }

  private static SearchMistake mistake(Sentence sentence) {
    return new SearchMistake(sentence);
  }
}
