package hallmonitor.moderation.casework.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the lexemes of one entry, and writes them as PostgreSQL's {@code tsvector}. */
public final class EntryWords {
  /** PostgreSQL's highest position; what follows is not searched. */
  private static final int LAST_POSITION = 16_383;

  /** PostgreSQL ignores further positions of a lexeme. */
  private static final int MOST_POSITIONS = 255;

  /** PostgreSQL takes a megabyte. */
  private static final int MOST_LETTERS = 200_000;

  private final WordForms forms;
  private final Map<String, List<Integer>> positions = new LinkedHashMap<>();
  private final Set<String> near = new TreeSet<>();
  private int position;
  private int letters;

  public EntryWords(WordForms forms) {
    this.forms = forms;
  }

  /**
   * Adds the words of a text, each with its position. Those of a further text follow after a gap:
   * no phrase goes from one into the other.
   */
  public EntryWords text(String text) {
    position += position == 0 ? 0 : 1;
    for (SearchWord word : SearchWord.of(text)) {
      letters += word.folded().length();
      if (++position > LAST_POSITION || letters > MOST_LETTERS) {
        break;
      }
      for (String form : forms.of(word.accented())) {
        List<Integer> places = positions.computeIfAbsent(form, f -> new ArrayList<>(1));
        if (places.size() < MOST_POSITIONS) {
          places.add(position);
        }
      }
      if (NearWords.isPossible(word.folded())) {
        near.add(word.folded());
      }
    }
    return this;
  }

  public EntryWords author(String name) {
    SearchWord.of(name)
        .forEach(word -> positions.putIfAbsent(EntryTag.author(word.folded()), List.of()));
    return this;
  }

  public EntryWords tag(EntryTag tag, String value) {
    positions.putIfAbsent(tag.of(value), List.of());
    return this;
  }

  public EntryWords tags(EntryTag tag, Collection<String> values) {
    values.forEach(value -> tag(tag, value));
    return this;
  }

  /** Returns the words of the text that have neighbors; see {@link NearWords}. */
  public Set<String> near() {
    return Set.copyOf(near);
  }

  /** Returns the lexemes as PostgreSQL reads a {@code tsvector}. */
  public String lexemes() {
    StringBuilder all = new StringBuilder();
    positions.forEach(
        (lexeme, places) -> {
          all.append(' ').append(quoted(lexeme));
          char before = ':';
          for (int place : places) {
            all.append(before).append(place);
            before = ',';
          }
        });
    return all.toString();
  }

  /** Returns a lexeme as it stands in a {@code tsvector} or {@code tsquery}. */
  static String quoted(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''").replace("\0", "") + "'";
  }
}
