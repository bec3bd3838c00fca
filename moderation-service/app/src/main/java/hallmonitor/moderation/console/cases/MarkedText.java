package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A text cut into marked and unmarked parts, in order, for a template that escapes each one.
 *
 * @param rest the part that is not shown at once; empty if all is shown
 */
public record MarkedText(List<Part> shown, List<Part> rest) {
  public record Part(String text, boolean marked) {}

  public MarkedText {
    shown = List.copyOf(shown);
    rest = List.copyOf(rest);
  }

  public boolean isLong() {
    return !rest.isEmpty();
  }

  /** Returns the total length, formatted. */
  public String getLength() {
    return String.format(Locale.US, "%,d", length(shown) + length(rest));
  }

  private static int length(List<Part> parts) {
    return parts.stream().mapToInt(p -> p.text().length()).sum();
  }

  /**
   * Marks spans in a text.
   *
   * @param spans in any order; they may overlap, reach past the end or split a character
   * @param limit UTF-16 units shown at once; the remainder is in {@link #rest()}
   */
  public static MarkedText of(String text, List<Span> spans, int limit) {
    List<Span> merged = merged(text, spans);
    int cut = text.length() <= limit + limit / 4 ? text.length() : before(text, limit);
    return new MarkedText(parts(text, merged, 0, cut), parts(text, merged, cut, text.length()));
  }

  /**
   * Returns a short passage around the words that matter most, so that a list shows what a long
   * comment is about.
   *
   * @param spans that are marked
   * @param around the passage shows the first of these
   */
  public static MarkedText passage(String text, List<Span> spans, List<Span> around, int limit) {
    List<Span> merged = merged(text, spans);
    List<Span> middle = merged(text, around);
    int first = middle.isEmpty() ? 0 : middle.get(0).from();
    int from = first < limit * 2 / 3 ? 0 : before(text, first - limit / 4);
    int to = before(text, Math.min(text.length(), from + limit));
    List<Part> shown = new ArrayList<>(parts(text, merged, from, to));
    if (from > 0) {
      shown.add(0, new Part("… ", false));
    }
    return new MarkedText(shown, parts(text, merged, to, text.length()));
  }

  private static List<Part> parts(String text, List<Span> merged, int from, int to) {
    List<Part> parts = new ArrayList<>();
    int at = from;
    for (Span span : merged) {
      int start = Math.max(span.from(), at);
      int end = Math.min(span.to(), to);
      if (start < end) {
        add(parts, text.substring(at, start), false);
        add(parts, text.substring(start, end), true);
        at = end;
      }
    }
    add(parts, text.substring(at, Math.max(at, to)), false);
    return parts;
  }

  private static void add(List<Part> parts, String text, boolean marked) {
    if (!text.isEmpty()) {
      parts.add(new Part(text, marked));
    }
  }

  private static List<Span> merged(String text, List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      int from = before(text, Math.min(span.from(), text.length()));
      int to = after(text, Math.min(span.to(), text.length()));
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && from <= last.to()) {
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), to)));
      } else if (from < to) {
        merged.add(new Span(from, to));
      }
    }
    return merged;
  }

  private static int before(String text, int index) {
    return insidePair(text, index) ? index - 1 : index;
  }

  private static int after(String text, int index) {
    return insidePair(text, index) ? index + 1 : index;
  }

  private static boolean insidePair(String text, int index) {
    return index > 0
        && index < text.length()
        && Character.isLowSurrogate(text.charAt(index))
        && Character.isHighSurrogate(text.charAt(index - 1));
  }
}
