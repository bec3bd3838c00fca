package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.text.NormalisedText;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What the encoder is given to read of a comment; training and judging share it. It reads the text
 * with its disguises undone and its emoji spelt out, since it was taught on plain words, and the
 * beginning of the comment that it answers. The post is left out: what the school wrote says
 * nothing about who answers.
 *
 * @param parent empty when it answers no other comment
 */
public record EncoderText(String text, String parent) {
  /** More than enough for {@link WordPieces#MOST_OF_PARENT} pieces. */
  private static final int PARENT_CUT = 600;

  private static final int FIRST_EMOJI = 0x2190;

  /** A longer number says no more than its beginning, and would drown the words beside it. */
  private static final int LONGEST_NUMBER = 6;

  /** What the encoder was taught with: Spanish words are read in English, which is all it knows. */
  public static EncoderText of(Comment comment) {
    return of(comment, SpanishGloss.shipped()::of);
  }

  /**
   * @param gloss translates the words that the encoder does not know, of both texts
   */
  static EncoderText of(Comment comment, UnaryOperator<String> gloss) {
    String parent =
        comment
            .parent()
            .map(p -> readable(NormalisedText.of(p.substring(0, Math.min(PARENT_CUT, p.length())))))
            .map(gloss)
            .orElse("");
    return new EncoderText(gloss.apply(readable(comment.normalised())), parent);
  }

  private static String readable(NormalisedText normalised) {
    String folded = withoutLongNumbers(normalised.folded().text());
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) >= FIRST_EMOJI) {
        return emojiByName(folded);
      }
    }
    return folded;
  }

  private static String withoutLongNumbers(String text) {
    StringBuilder shorter = null; // most texts have none
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits > LONGEST_NUMBER && shorter == null) {
        shorter = new StringBuilder(text.length()).append(text, 0, i);
      } else if (digits <= LONGEST_NUMBER && shorter != null) {
        shorter.append(c);
      }
    }
    return shorter == null ? text : shorter.toString();
  }

  /** An emoji said many times is said once. */
  private static String emojiByName(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      i += Character.charCount(cp);
      if (cp < FIRST_EMOJI || Character.getType(cp) != Character.OTHER_SYMBOL) {
        out.appendCodePoint(cp);
        before = cp == ' ' ? before : -1;
      } else if (cp != before) {
        String name = Character.getName(cp).toLowerCase(Locale.ROOT).replace('-', ' ');
        out.append(' ').append(name).append(' ');
        before = cp;
      }
    }
    return out.toString();
  }
}
