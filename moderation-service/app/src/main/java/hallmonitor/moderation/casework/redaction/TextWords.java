package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.LetterForms;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, so that a person can choose them by their numbers. A word is what stands
 * between white space. The script of the page counts the same way.
 */
public final class TextWords {
  /** As {@code \S} of JavaScript. */
  private static final Pattern WORD =
      Pattern.compile(
          "[^\\s\\x0b\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+");

  private final String text;
  private final List<Span> words = new ArrayList<>();

  /** Reads the words of a text. */
  public TextWords(String text) {
    this.text = text;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(new Span(word.start(), word.end()));
    }
  }

  public int count() {
    return words.size();
  }

  /** Returns the number of a word within the text: at least 1, at most {@link #count}. */
  public int within(int number) {
    return Math.max(1, Math.min(number, count()));
  }

  /**
   * Returns the place of the words between two numbers, without the punctuation around them; an
   * empty one at 0 if the text has no words.
   *
   * @param first from 1; numbers outside the text mean its first or last word
   * @param last the numbers may be swapped
   */
  public Span between(int first, int last) {
    if (words.isEmpty()) {
      return new Span(0, 0);
    }
    int one = within(first);
    int other = within(last);
    int from = words.get(Math.min(one, other) - 1).from();
    int to = words.get(Math.max(one, other) - 1).to();
    int start = from;
    while (start < to && isPunctuation(text.charAt(start))) {
      start++;
    }
    int end = to;
    while (end > start && isPunctuation(text.charAt(end - 1))) {
      end--;
    }
    return start == end ? new Span(from, to) : new Span(start, end);
  }

  private static boolean isPunctuation(char c) {
    return ".,;:!?…\"“”«»¡¿".indexOf(c) >= 0;
  }

  /**
   * Returns all places with the same words, whatever their case, accents and white space. Words of
   * letters are found as whole words only.
   */
  public static List<Span> same(String text, String wanted) {
    return same(text, NormalizedText.of(text), wanted);
  }

  /** Does the same for a text that was normalized before. */
  static List<Span> same(String text, NormalizedText light, String wanted) {
    String plain = plain(wanted);
    if (plain.isEmpty()) {
      return wanted.isBlank() ? List.of() : literally(text, wanted.strip());
    }
    List<Span> places = new ArrayList<>();
    int at = light.text().indexOf(plain);
    while (at >= 0) {
      int end = at + plain.length();
      if (!isInside(light.text(), at) && !isInside(light.text(), end)) {
        places.add(new Span(light.originalFrom(at), light.originalTo(end)));
        at = light.text().indexOf(plain, end);
      } else {
        at = light.text().indexOf(plain, at + 1);
      }
    }
    return places;
  }

  /** Returns words in the form in which they are compared; empty if that leaves nothing. */
  static String plain(String words) {
    return NormalizedText.of(words).text().strip();
  }

  /** Returns whether an index lies within a word. */
  private static boolean isInside(String plain, int at) {
    return at > 0
        && at < plain.length()
        && LetterForms.isLetterOrDigit(plain.charAt(at - 1))
        && LetterForms.isLetterOrDigit(plain.charAt(at));
  }

  private static List<Span> literally(String text, String wanted) {
    List<Span> places = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
      places.add(new Span(at, at + wanted.length()));
    }
    return places;
  }
}
