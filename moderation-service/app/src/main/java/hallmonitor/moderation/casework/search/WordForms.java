package hallmonitor.moderation.casework.search;

import static opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM.ENGLISH;
import static opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM.SPANISH;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * The forms that a word is indexed and searched by: as it is written, and its stems in English and
 * in Spanish, because nobody knows the language of most comments. Two words match if they share a
 * form. Not safe for use by several threads.
 */
public final class WordForms {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 30;

  /** So many different words are remembered, the frequent ones of a burst among them. */
  private static final int REMEMBERED = 10_000;

  private final SnowballStemmer english = new SnowballStemmer(ENGLISH);
  private final SnowballStemmer spanish = new SnowballStemmer(SPANISH);
  private final Map<String, List<String>> known = new HashMap<>();

  /**
   * Returns the forms of a word, at least one, without accents.
   *
   * @param word as {@link SearchWord#accented}: the stems of Spanish verbs depend on accents. It is
   *     stemmed without them, too, because many people leave them out.
   */
  public List<String> of(String word) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(word, this::made);
  }

  /** Forgets what is remembered, which takes a few megabytes. */
  public void clear() {
    known.clear();
  }

  private List<String> made(String word) {
    String folded = SearchWord.fold(word);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded);
    if (folded.length() >= SHORTEST
        && folded.length() <= LONGEST
        && folded.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      forms.add(english.stem(folded).toString());
      forms.add(spanish.stem(folded).toString());
      forms.add(SearchWord.fold(spanish.stem(word).toString()));
    }
    return List.copyOf(forms);
  }
}
