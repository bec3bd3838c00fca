package hallmonitor.moderation.finding;

/**
 * Part of the comment as its author wrote it.
 *
 * @param from index of the first UTF-16 unit
 * @param to index after the last one
 */
public record Span(int from, int to) {
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no span: " + from + " to " + to);
    }
  }

  /** The words it covers; a span that reaches past the end is cut. */
  public String of(String text) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }
}
