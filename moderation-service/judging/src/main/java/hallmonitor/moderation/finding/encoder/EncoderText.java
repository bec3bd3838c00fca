package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.text.NormalisedText;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The text that the encoder reads. Training and judging share it. Disguises are undone and emoji
 * spelled out, because the encoder was trained on plain words. The beginning of the answered
 * comment is included. The post is not: the school's words say nothing about the person who
 * answers.
 *
 * @param parent empty if the comment answers none
 */
public record EncoderText(String text, String parent) {
  /** Longer than {@link WordPieces#MOST_OF_PARENT} pieces need. */
  private static final int PARENT_CUT = 600;

  private static final int FIRST_EMOJI = 0x2190;

  /**
   * Digits kept of a longer number. The rest says no more and would crowd out the words beside it.
   */
  private static final int LONGEST_NUMBER = 6;

  /**
   * Prepares a comment as in training: Spanish words are glossed in English, the only language the
   * encoder knows.
   */
  public static EncoderText of(Comment comment) {
    return of(comment, SpanishGloss.shipped()::of);
  }

  /**
   * Prepares a comment.
   *
   * @param gloss translates words that the encoder does not know, in both texts
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
    StringBuilder shorter = null; // null for most texts
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

  /** Spells out emoji. A repeated emoji is spelled out once. */
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
