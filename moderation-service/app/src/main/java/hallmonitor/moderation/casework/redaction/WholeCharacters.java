package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.finding.Span;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Widens spans to what a reader sees as characters (extended grapheme clusters, UAX 29): a letter
 * with its accents, an emoji with its skin tone, a line break of two signs. A part of one can tell
 * what the rest was.
 */
final class WholeCharacters {
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private final BitSet borders = new BitSet();

  /** Reads where the characters of a text begin and end. */
  WholeCharacters(String text) {
    borders.set(0);
    Matcher character = CHARACTER.matcher(text);
    while (character.find()) {
      borders.set(character.end());
    }
    borders.set(text.length());
  }

  /** Returns the smallest span of whole characters that covers a span of the text. */
  Span around(Span span) {
    return new Span(borders.previousSetBit(span.from()), borders.nextSetBit(span.to()));
  }
}
