package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.ArrayList;
import java.util.List;

/** Finds all places where a text names people, for a person who checks each of them. */
public final class NamePlaces {
  /** Words of a window that are read again with the next one, so that no name is cut. */
  private static final int OVERLAP = 8;

  /** Family names after the two words that a name needs, as in {@code Ana Ruiz Mora Soto}. */
  private static final int MOST_MORE = 2;

  private NamePlaces() {}

  /** Returns the names of a text in order, each with the title before it, such as {@code Mrs.} */
  public static List<Span> in(String text) {
    List<Span> places = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      NameTokens tokens = NameTokens.of(text, start, text.length());
      boolean last = tokens.count() < NameTokens.MOST;
      int until = last ? tokens.count() : tokens.count() - OVERLAP;
      int next = read(text, tokens, until, places);
      start = last ? text.length() : tokens.from(next);
    }
    return places;
  }

  /** Returns the index after the last word that was read. */
  private static int read(String text, NameTokens tokens, int until, List<Span> places) {
    Naming naming = new Naming(tokens);
    int i = 0;
    while (i < until) {
      String bare = Naming.bare(tokens.plain(i));
      int titled = naming.titled(i, bare);
      int name = titled > i ? titled : naming.named(i, bare);
      if (name > i) {
        int end = withFamily(tokens, name);
        places.add(span(text, tokens, i, end));
        name = end;
      }
      i = Math.max(name, i + 1);
    }
    return i;
  }

  private static int withFamily(NameTokens tokens, int end) {
    int more = end;
    while (more < Math.min(end + MOST_MORE, tokens.count())
        && tokens.before(more) == Seam.SPACE
        && tokens.isCapital(more)
        && tokens.isCapital(more - 1)
        && !tokens.plain(more - 1).endsWith("'s")
        && Titles.of(Naming.bare(tokens.plain(more))) == Titles.NONE) {
      more++;
    }
    return more;
  }

  private static Span span(String text, NameTokens tokens, int first, int after) {
    int to = tokens.to(after - 1);
    boolean owns = text.startsWith("'s", to - 2) || text.startsWith("’s", to - 2);
    return new Span(tokens.from(first), owns ? to - 2 : to);
  }
}
