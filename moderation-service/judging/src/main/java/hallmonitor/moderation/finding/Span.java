package hallmonitor.moderation.finding;

/**
 * A part of the original comment text.
 *
 * @param from index of the first UTF-16 unit
 * @param to index after the last unit
 */
public record Span(int from, int to) {
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no span: " + from + " to " + to);
    }
  }

  /** Returns the covered words. A span that reaches past the end is cut. */
  public String of(String text) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }
}
