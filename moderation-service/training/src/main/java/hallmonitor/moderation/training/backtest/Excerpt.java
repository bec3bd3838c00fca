package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.policy.Verdict;
import java.util.Optional;

/**
 * Formats a comment for one terminal line: short, around the finding, and without characters that
 * could move the cursor, change colors or reverse the writing direction.
 */
final class Excerpt {
  private static final int LONGEST = 100;

  private Excerpt() {}

  static String of(Change change) {
    String text = change.comment().comment().text();
    int at =
        firstSpan(change.after()).or(() -> firstSpan(change.before())).map(Span::from).orElse(0);
    return around(text, Math.min(at, text.length()));
  }

  private static Optional<Span> firstSpan(Verdict verdict) {
    return verdict
        .decisive()
        .flatMap(
            hit ->
                hit.findings().stream()
                    .map(Finding::spans)
                    .filter(spans -> !spans.isEmpty())
                    .map(spans -> spans.get(0))
                    .findFirst());
  }

  static String around(String text, int at) {
    int from = text.length() <= LONGEST ? 0 : Math.max(0, at - LONGEST / 2);
    int to = Math.min(text.length(), from + LONGEST);
    from = Math.max(0, to - LONGEST);
    String part = plain(text.substring(from, to));
    return (from > 0 ? "..." : "") + part + (to < text.length() ? "..." : "");
  }

  /** Returns one line of harmless characters; half a surrogate pair is dropped. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(
            c -> {
              boolean unsafe =
                  Character.isISOControl(c)
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.LINE_SEPARATOR
                      || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
              plain.appendCodePoint(unsafe ? ' ' : c);
            });
    return plain.toString().strip();
  }
}
