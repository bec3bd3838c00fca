package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.name.NameTokens;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that give the source of a quote and are not signatures. */
final class Source {
  /** Characters before and after a name that are searched for the end of a quotation. */
  private static final int BEFORE = 160;

  private static final int AFTER = 12;
  private static final int CLOSE = 3;
  private static final Set<String> QUOTED = quoted();
  private static final Pattern SCRIPTURE = Pattern.compile("[0-9]{1,3}:[0-9]{1,3}");

  private Source() {}

  private static Set<String> quoted() {
    Set<String> names = new HashSet<>();
    RuleFile.lines("/lexicon/quoted.txt").forEach(line -> names.add(line.text()));
    return names;
  }

  /**
   * Returns whether it is the source of a saying, {@code "..." - Maya Angelou}; a verse of
   * scripture; someone who is called, {@code @principal_ortega}, or asked for, {@code is this
   * Ana?}.
   */
  static boolean is(String text, SignOff signed) {
    String before = text.substring(Math.max(0, signed.from() - BEFORE), signed.from());
    String after = text.substring(signed.to(), Math.min(text.length(), signed.to() + AFTER));
    boolean quotes = after.chars().limit(CLOSE).anyMatch(Source::isQuote);
    boolean said =
        switch (signed.form()) {
          case INTRODUCTION -> after.startsWith("?");
          case HEADING -> false;
          case CLOSING, LOVE -> quotes;
          default ->
              quotes
                  || before.chars().anyMatch(Source::isQuote)
                  || SCRIPTURE.matcher(after).find()
                  || QUOTED.contains(signed.phrase().words())
                  || QUOTED.contains(NameTokens.plain(text.substring(signed.from(), signed.to())));
        };
    return said || before.stripTrailing().endsWith("@");
  }

  private static boolean isQuote(int c) {
    return "\"“”«»".indexOf(c) >= 0;
  }
}
