package hallmonitor.moderation.finding.encoder;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.text.NormalizedText;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.Locale;

/**
 * What an encoder reads of a comment: its text, and the beginnings of the comment that it answers
 * and of the post. Training and judging share it. Disguises are undone and emoji spelled out,
 * because the encoders were trained on plain words.
 *
 * @param parent empty if the comment answers none
 * @param post empty if it is not known
 */
public record EncoderText(String text, String parent, String post) {
  /** Longer than the pieces of a parent or a post need. */
  private static final int CONTEXT_CUT = 600;

  private static final int FIRST_EMOJI = 0x2190;

  /**
   * Digits kept of a longer number. The rest says no more and would crowd out the words beside it.
   */
  private static final int LONGEST_NUMBER = 6;

  /** Prepares a comment for a model that knows English and Spanish. */
  public static EncoderText of(Comment comment) {
    return new EncoderText(
        readable(comment.normalized()),
        beginning(comment.parent().orElse("")),
        beginning(comment.post()));
  }

  /**
   * Prepares a comment for a model that knows only English: Spanish words are glossed in English.
   */
  public static EncoderText inEnglish(Comment comment) {
    SpanishGloss gloss = SpanishGloss.shipped();
    return new EncoderText(
        gloss.of(readable(comment.normalized())),
        gloss.of(beginning(comment.parent().orElse(""))),
        gloss.of(beginning(comment.post())));
  }

  private static String beginning(String context) {
    return context.isBlank()
        ? ""
        : readable(
            NormalizedText.of(context.substring(0, Math.min(CONTEXT_CUT, context.length()))));
  }

  private static String readable(NormalizedText normalized) {
    String folded = withoutLongNumbers(normalized.folded().text());
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
