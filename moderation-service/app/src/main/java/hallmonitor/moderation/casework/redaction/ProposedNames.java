package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.finding.name.NamePlaces;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names in a text. What follows the stars of a masked swear word begins no name, although it may
 * look like a title: {@code ing} is short for the Spanish {@code ingeniero}.
 */
final class ProposedNames {
  private static final Pattern MASKED =
      Pattern.compile(
          "(?<=\\p{L})\\*+(?:\\p{Ll}\\p{L}*|\\p{Lu}+(?!\\p{L}))|\\*{2,}(?:ing|in|ed|ers?|s|y)(?!\\p{L})");

  private ProposedNames() {}

  static List<Span> in(String text) {
    return NamePlaces.in(
        MASKED.matcher(text).replaceAll(word -> "*".repeat(word.group().length())));
  }
}
