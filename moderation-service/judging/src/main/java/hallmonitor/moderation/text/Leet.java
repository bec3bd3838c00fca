package hallmonitor.moderation.text;

import static hallmonitor.moderation.text.LetterForms.isDigit;
import static hallmonitor.moderation.text.LetterForms.isLetter;

import java.util.Set;

/**
 * Replaces digits and signs that stand for letters between letters. Numbers, times and prices stay.
 */
final class Leet {
  /** Units that follow a digit in a number, which is then not a disguised word. */
  private static final Set<String> UNITS =
      Set.of(
          "st", "nd", "rd", "th", "am", "pm", "hr", "hrs", "min", "mins", "yr", "yrs", "yo", "ish",
          "lb", "lbs", "ft", "in", "mi", "km", "mph", "mil", "way", "ers", "der", "ra", "do", "ro",
          "to", "ta", "hour", "hours", "days", "year", "years", "pack", "star", "point", "points",
          "day", "weeks", "week", "am.", "pts", "gb", "mb", "pcs", "oz", "kg", "bd", "dr");

  private static final int LONGEST_WITHIN = 2;

  private Leet() {}

  static TextBuffer readAsLetters(TextBuffer text) {
    TextBuffer out = null;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.at(i);
      boolean plain = sign == ' ' || (sign >= 'a' && sign <= 'z'); // true for nearly all
      char letter = plain ? 0 : letterAt(out == null ? text : out, i);
      if (letter == 0) {
        continue;
      }
      if (out == null) {
        out = new TextBuffer(text.length());
        for (int k = 0; k < text.length(); k++) {
          out.copy(text, k);
        }
      }
      out.set(i, letter);
    }
    return out == null ? text : out;
  }

  /** Returns the letter that a sign stands for, or 0. */
  private static char letterAt(TextBuffer text, int i) {
    char letter = letter(text.at(i));
    if (letter == 0) {
      return 0;
    }
    boolean afterLetter = isLetter(text.at(i - 1));
    if (afterLetter && letterFollows(text, i)) {
      return letter;
    }
    if (afterLetter) {
      return text.at(i) == '$' && atEnd(text, i) && isLetter(text.at(i - 1)) ? 's' : 0;
    }
    return startsWord(text, i) ? letter : 0;
  }

  private static boolean letterFollows(TextBuffer text, int i) {
    int k = i + 1;
    while (k - i < LONGEST_WITHIN && letter(text.at(k)) != 0) {
      k++;
    }
    return isLetter(text.at(k));
  }

  private static boolean atEnd(TextBuffer text, int i) {
    return !LetterForms.isLetterOrDigit(text.at(i + 1));
  }

  private static boolean startsWord(TextBuffer text, int i) {
    char before = text.at(i - 1);
    char sign = text.at(i);
    boolean canStart = isDigit(sign) || sign == '@' || sign == '$';
    if (!canStart || isDigit(before) || ".,:$#@/-".indexOf(before) >= 0) {
      return false;
    }
    int end = i + 1;
    while (isLetter(text.at(end)) && end - i < 8) {
      end++;
    }
    int letters = end - i - 1;
    return letters >= 2 && !(isDigit(sign) && (letters > 6 || isUnit(text, i + 1, end)));
  }

  private static boolean isUnit(TextBuffer text, int from, int to) {
    StringBuilder word = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      word.append(text.at(i));
    }
    return UNITS.contains(word.toString());
  }

  private static char letter(char sign) {
    switch (sign) {
      case '0':
        return 'o';
      case '1':
      case '!':
      case '|':
        return 'i';
      case '3':
      case '€':
        return 'e';
      case '4':
      case '@':
        return 'a';
      case '5':
      case '$':
        return 's';
      case '7':
      case '+':
        return 't';
      case '8':
        return 'b';
      case '9':
        return 'g';
      case '#':
      case '%':
        return '*';
      default:
        return 0;
    }
  }
}
