package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that say where words come from, and sign nothing. */
final class Source {
  private static final int BEFORE = 160;
  private static final Set<String> QUOTED = quoted();
  private static final Pattern SCRIPTURE = Pattern.compile("[0-9]{1,3}:[0-9]{1,3}");

  private Source() {}

  private static Set<String> quoted() {
    Set<String> names = new HashSet<>();
    RuleFile.lines("/lexicon/quoted.txt").forEach(line -> names.add(line.text()));
    return names;
  }

  /** A saying and who said it: {@code "..." - Maya Angelou}; a verse of scripture. */
  static boolean is(String text, NameTokens tokens, NamePhrase phrase, Form form) {
    int after = tokens.to(phrase.end() - 1);
    for (int i = after; i < Math.min(text.length(), after + 3); i++) {
      if (isQuote(text.charAt(i))) {
        return true;
      }
    }
    if (form == Form.CLOSING || form == Form.LOVE) {
      return false;
    }
    int begin = tokens.from(phrase.first());
    for (int i = Math.max(0, begin - BEFORE); i < begin; i++) {
      if (isQuote(text.charAt(i))) {
        return true;
      }
    }
    return QUOTED.contains(phrase.words())
        || QUOTED.contains(tokens.plain(phrase.first(), phrase.end()))
        || SCRIPTURE.matcher(text.substring(after, Math.min(text.length(), after + 12))).find();
  }

  /** {@code @principal_ortega}, {@code @ dj nate}: somebody is called. */
  static boolean isMentioned(String text, int from) {
    int before = from - 1;
    if (before > 0 && text.charAt(before) == ' ') {
      before--;
    }
    return before >= 0 && text.charAt(before) == '@';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '«' || c == '»';
  }
}
