package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where numbers and addresses begin and end. To notice one a part of it is enough; to redact
 * it nothing of it may stay. All regular expressions are bounded.
 */
final class WholeShapes {
  private static final String BETWEEN = "()+-./ ";
  private static final int MOST_BETWEEN = 2;
  private static final int LONGEST_NUMBER = 40;

  private static final String IN_MAIL = "[^\\s@.,;:!?<>()\"\\[\\]]";
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:" + IN_MAIL + "|\\.){1,64}@" + IN_MAIL + "{1,63}(?:\\." + IN_MAIL + "{1,63}){1,8}");

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "\\b(?:ssn|social security|seguro social|account|acct|cuenta|routing|medicaid|member|policy|passport|license|licencia|"
              + "pasaporte|lunch|case)\\b[^0-9\n]{0,20}([0-9][0-9 -]{2,30}[0-9])"
              + "|(?<![0-9])([0-9]{3} [0-9]{2} [0-9]{4})(?![0-9])");

  /** Flat, town and postal code after a street. */
  private static final Pattern AFTER_STREET =
      Pattern.compile(
          "\\.?(?:,? ?(?:apartment|apt|unit|suite|ste|lot|floor|fl|depto|departamento|#)\\.? ?#?[a-z0-9-]{1,6}\\b)?"
              + "(?:,? [a-zñ. ]{2,30},? [a-z]{2,15},? [0-9]{5}(?:-[0-9]{4})?(?![0-9]))?");

  private WholeShapes() {}

  /** Returns the whole of what a shape was found in. */
  static Span around(PrivatePlace.Kind kind, String text, int from, int to) {
    return switch (kind) {
      case PHONE, NUMBER -> new Span(start(text, from), end(text, to));
      case ADDRESS -> new Span(from, afterStreet(text, to));
      case EMAIL, GRADES, MATTER -> new Span(from, to);
    };
  }

  private static int start(String text, int from) {
    int start = from;
    int gap = 0;
    for (int i = from - 1; i >= Math.max(0, from - LONGEST_NUMBER) && gap <= MOST_BETWEEN; i--) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        start = i;
        gap = 0;
      } else if (BETWEEN.indexOf(c) >= 0) {
        gap++;
      } else {
        break;
      }
    }
    return start > 0 && "+(".indexOf(text.charAt(start - 1)) >= 0 ? start - 1 : start;
  }

  private static int end(String text, int to) {
    int end = to;
    int gap = 0;
    for (int i = to; i < Math.min(text.length(), to + LONGEST_NUMBER) && gap <= MOST_BETWEEN; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        end = i + 1;
        gap = 0;
      } else if (BETWEEN.indexOf(c) >= 0) {
        gap++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int afterStreet(String text, int to) {
    Matcher more = AFTER_STREET.matcher(text).region(to, text.length());
    return more.lookingAt() && !more.group().equals(".") ? more.end() : to;
  }

  /** Returns email addresses, also those with a tag or of a server with many names. */
  static List<Span> mails(String text) {
    List<Span> found = new ArrayList<>();
    Matcher mail = MAIL.matcher(text);
    while (text.indexOf('@') >= 0 && mail.find()) {
      found.add(new Span(mail.start(), mail.end()));
    }
    return found;
  }

  /** Returns the numbers that a word before them or their groups tell from other numbers. */
  static List<Span> accounts(String text) {
    List<Span> found = new ArrayList<>();
    Matcher account = ACCOUNT.matcher(text);
    while (account.find()) {
      int group = account.group(1) == null ? 2 : 1;
      found.add(new Span(account.start(group), account.end(group)));
    }
    return found;
  }
}
