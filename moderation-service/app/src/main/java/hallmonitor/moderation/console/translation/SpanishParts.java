package hallmonitor.moderation.console.translation;

import hallmonitor.moderation.text.gloss.SpanishGloss;
import hallmonitor.moderation.text.gloss.WordEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment cut into sentences, so that only the Spanish ones are translated: a translator makes
 * nonsense of English. Pure.
 */
final class SpanishParts {
  /** A sentence with the white space after it. */
  private static final Pattern SENTENCE =
      Pattern.compile("[^.!?\\r\\n]*[.!?]*(?:\\s+|$)", Pattern.DOTALL);

  /** A sentence ends here for the translator. */
  private static final String BETWEEN = "\n\n";

  private record Part(String text, String space, boolean spanish) {}

  private final List<Part> parts;

  private SpanishParts(List<Part> parts) {
    this.parts = parts;
  }

  static SpanishParts of(String text, SpanishGloss gloss) {
    List<Part> parts = new ArrayList<>();
    Matcher next = SENTENCE.matcher(text);
    int from = 0;
    while (from < text.length()) {
      int to = next.find(from) && next.end() > from ? next.end() : text.length();
      String whole = text.substring(from, to);
      String words = whole.stripTrailing();
      WordEvidence found = gloss.evidence(words);
      parts.add(
          new Part(
              words, whole.substring(words.length()), found.spanish() > 0 && isSpanish(found)));
      from = to;
    }
    return new SpanishParts(parts);
  }

  private static boolean isSpanish(WordEvidence found) {
    return found.spanish() > found.english();
  }

  boolean isEmpty() {
    return parts.stream().noneMatch(Part::spanish);
  }

  /** Returns the Spanish sentences for a translator, with an empty line between them. */
  String spanish() {
    return String.join(BETWEEN, parts.stream().filter(Part::spanish).map(Part::text).toList());
  }

  /**
   * Returns the whole comment with its Spanish sentences in English.
   *
   * @param translated {@link #spanish} in English
   * @throws IllegalArgumentException if it does not have the same number of sentences
   */
  String with(String translated) {
    String[] english = isEmpty() ? new String[] {} : translated.strip().split(BETWEEN, -1);
    if (english.length != parts.stream().filter(Part::spanish).count()) {
      throw new IllegalArgumentException("other sentences came back than went out");
    }
    StringBuilder whole = new StringBuilder();
    int next = 0;
    for (Part part : parts) {
      whole.append(part.spanish() ? english[next++].strip() : part.text()).append(part.space());
    }
    return whole.toString();
  }
}
