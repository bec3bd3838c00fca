package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.lexicon.LexiconHit.How;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words that carry meaning by themselves (file format: {@link LexiconEntries}). Finds them written
 * plainly, with signs for letters ({@link ObfuscationMatcher}), split in two ({@link LexiconWalk}),
 * and the longer ones with one wrong letter ({@link Typos}).
 */
public final class Lexicon {
  private static final List<String> FILES =
      List.of(
          "/lexicon/words-en.txt",
          "/lexicon/spellings-en.txt",
          "/lexicon/words-es.txt",
          "/lexicon/spellings-es.txt");
  private static final String INNOCENT = "/lexicon/innocent.txt";

  private final List<LexiconEntry> entries;
  private final CharTrie atStart;
  private final CharTrie anywhere;
  private final InnocentWords innocent;
  private final EverydayWords everyday = new EverydayWords();
  private final Typos typos;

  /**
   * Builds a lexicon.
   *
   * @param named words of the district's policy, which override the files
   */
  Lexicon(List<String> files, String innocentFile, List<String> harmlessNames, NamedWords named) {
    LexiconEntries read = new LexiconEntries(files, innocentFile, harmlessNames, named);
    entries = read.all();
    atStart = read.atStart();
    anywhere = read.anywhere();
    innocent = read.innocent();
    typos = new Typos(entries);
  }

  /**
   * Builds the shipped lexicon.
   *
   * @param harmlessNames names of schools and teams
   * @param named words of the district's policy, which override the files
   */
  public static Lexicon shipped(List<String> harmlessNames, NamedWords named) {
    return new Lexicon(FILES, INNOCENT, harmlessNames, named);
  }

  /** Returns the class path names of all shipped word files. */
  public static List<String> files() {
    return Stream.of(FILES, EverydayWords.FILES, List.of(INNOCENT)).flatMap(List::stream).toList();
  }

  LexiconEntry entry(int number) {
    return entries.get(number);
  }

  CharTrie atStart() {
    return atStart;
  }

  CharTrie anywhere() {
    return anywhere;
  }

  EverydayWords everyday() {
    return everyday;
  }

  InnocentWords innocent() {
    return innocent;
  }

  /** Returns all entries in the folded text, the longest at each place. */
  List<LexiconHit> find(String folded) {
    List<LexiconHit> hits = new ArrayList<>(0);
    LexiconWalk walk = new LexiconWalk(this, folded);
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean letter = LetterForms.isLetterOrDigit(c) || c == '*';
      if (letter && c != '*') {
        LexiconHit hit = walk.longest(i, inWord);
        hit = hit == null && !inWord ? misspelled(folded, i) : hit;
        if (hit != null && (hit.isPhrase() || !innocent.areAround(folded, hit.from(), hit.to()))) {
          hits.add(hit);
          i = hit.to() - 1;
        }
      }
      inWord = letter;
    }
    hits.removeIf(LexiconHit::isPhrase);
    return hits;
  }

  private @Nullable LexiconHit misspelled(String folded, int start) {
    int end = start;
    long hash = Typos.BASIS;
    while (end < folded.length() && LetterForms.isLetter(folded.charAt(end))) {
      hash = Typos.mix(hash, folded.charAt(end++));
    }
    int entry = typos.entry(hash, end - start);
    boolean whole = end >= folded.length() || !LetterForms.isLetterOrDigit(folded.charAt(end));
    return entry < 0 || !whole
        ? null
        : new LexiconHit(entries.get(entry), start, end, LexiconHit.UNSURE, How.MISSPELT);
  }

  /** Returns entries written with signs, in the light text. */
  List<LexiconHit> findInSigns(String light) {
    return SignedWords.find(this, light);
  }
}
