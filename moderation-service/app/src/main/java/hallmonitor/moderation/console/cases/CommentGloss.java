package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * English words for a Spanish comment, one by one, for readers who do not know Spanish. Made
 * locally, without any external service. It is no translation.
 *
 * @param text the whole; empty if nothing in it is Spanish
 * @param terms the words behind findings, with their English
 */
public record CommentGloss(String text, List<Term> terms) {
  /** Longest quote that counts as a term, in UTF-16 units. */
  private static final int LONGEST = 4_000;

  static final CommentGloss NONE = new CommentGloss("", List.of());

  public record Term(String words, String english) {}

  public CommentGloss {
    terms = List.copyOf(terms);
  }

  public boolean isThere() {
    return !text.isEmpty();
  }

  static CommentGloss of(CaseView view) {
    if (!view.language().equals("es") && !view.language().equals("en+es")) {
      return NONE;
    }
    String body = view.body();
    SpanishGloss gloss = SpanishGloss.shipped();
    Optional<String> english = gloss.inEnglish(body);
    if (english.isEmpty()) {
      return NONE;
    }
    Map<String, String> terms = new LinkedHashMap<>();
    view.getFindings().stream()
        .flatMap(finding -> finding.spans().stream())
        .filter(span -> span.from() < span.to() && span.to() <= body.length())
        .map((Span span) -> span.of(body))
        .filter(words -> words.length() <= LONGEST)
        .forEach(words -> terms.putIfAbsent(words, gloss.of(words)));
    return new CommentGloss(
        english.get(),
        terms.entrySet().stream()
            .filter(e -> !e.getKey().equals(e.getValue()))
            .map(e -> new Term(e.getKey(), e.getValue()))
            .toList());
  }
}
