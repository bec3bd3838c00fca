package hallmonitor.moderation.finding.name;

import static hallmonitor.moderation.finding.name.PeopleFinder.WORDS;

import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.Set;

/** Finds the places in a text where someone is named. */
final class Naming {
  static final Set<String> THIS = WORDS.of("this");
  static final Set<String> SOMEBODY = WORDS.of("somebody");
  private static final Set<String> NOT_PEOPLE = WORDS.of("no-name");
  private static final Set<String> ROADS = WORDS.of("road");

  private final NameTokens tokens;

  Naming(NameTokens tokens) {
    this.tokens = tokens;
  }

  /** Returns the index after a title and name that start with this word, or -1. */
  int titled(int i, String word) {
    Titles kind = Titles.of(word);
    if (kind.compareTo(Titles.COURTESY) > 0 || i + 1 >= tokens.count()) {
      return -1;
    }
    String next = bare(tokens.plain(i + 1));
    boolean apart = tokens.before(i + 1) != Seam.SPACE;
    boolean called =
        !apart
            && next.length() > 1
            && !NOT_PEOPLE.contains(next)
            && Titles.of(next) == Titles.NONE
            && !Character.isDigit(next.charAt(0))
            && (tokens.isCapital(i + 1)
                || GivenNames.isCertain(next)
                || kind == Titles.COURTESY && word.length() < 4);
    return called ? i + 2 : -1;
  }

  /** Returns the index after a name that starts with this word, or -1. */
  int named(int i, String bare) {
    if (i >= tokens.count() || bare.length() < 2 || NOT_PEOPLE.contains(bare) || isStreet(i)) {
      return -1;
    }
    boolean capital = tokens.isCapital(i);
    String next =
        i + 1 < tokens.count() && tokens.before(i + 1) == Seam.SPACE
            ? bare(tokens.plain(i + 1))
            : "";
    boolean nextCapital =
        !next.isEmpty()
            && tokens.isCapital(i + 1)
            && !NOT_PEOPLE.contains(next)
            && Titles.of(next) == Titles.NONE;
    if (GivenNames.isCertain(bare) && (capital || bare.length() > 3)) {
      return i + (nextCapital || GivenNames.isPossible(next) && !next.isEmpty() ? 2 : 1);
    }
    if (!capital || Titles.of(bare) != Titles.NONE || Character.isDigit(bare.charAt(0))) {
      return -1;
    }
    if (nextCapital && !isStreet(i + 1)) {
      return i + 2;
    }
    boolean inside = tokens.before(i) == Seam.SPACE || tokens.before(i) == Seam.COMMA;
    boolean family =
        THIS.contains(tokens.plain(i - 1)) && SOMEBODY.contains(singular(next))
            || Titles.of(bare(tokens.plain(i - 1))) == Titles.KIN && inside
            || SOMEBODY.contains(singular(tokens.plain(i - 1))) && inside;
    String before = tokens.plain(i - 1);
    family |=
        inside
            && (before.equals("los")
                || before.equals("las")
                || before.equals("la") && !nextCapital && next.length() > 1);
    boolean owns = bare.length() < tokens.plain(i).length() && inside;
    return family || owns || GivenNames.isPossible(bare) && inside ? i + 1 : -1;
  }

  private static String singular(String word) {
    return word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word;
  }

  private boolean isStreet(int i) {
    String before = tokens.plain(i - 1);
    boolean numbered =
        !before.isEmpty() && Character.isDigit(before.charAt(0)) && tokens.before(i) == Seam.SPACE;
    return numbered
        || ROADS.contains(tokens.plain(i + 1)) && !GivenNames.isCertain(tokens.plain(i));
  }

  /** Returns a word without its possessive ending. */
  static String bare(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
