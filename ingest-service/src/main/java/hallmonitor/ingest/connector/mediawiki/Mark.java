package hallmonitor.ingest.connector.mediawiki;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark in the summary of this service's own edits, so that it recognizes them.
 *
 * @param value a revision, or an action's id for a reply
 */
record Mark(Kind kind, String value) {
  enum Kind {
    HIDE,
    SHOW,
    REPLY
  }

  private static final Pattern FORM =
      Pattern.compile("\\[hm:(hide|show|reply) (\\d{1,18}|[0-9a-f-]{36})]");

  static Optional<Mark> in(String summary) {
    Matcher found = FORM.matcher(summary);
    return found.find()
        ? Optional.of(
            new Mark(Kind.valueOf(found.group(1).toUpperCase(Locale.ROOT)), found.group(2)))
        : Optional.empty();
  }

  String text() {
    return "[hm:" + kind.name().toLowerCase(Locale.ROOT) + " " + value + "]";
  }

  /** Returns the revision that is hidden or shown. */
  long revision() {
    return kind == Kind.REPLY || value.contains("-") ? TalkPage.NOBODY : Long.parseLong(value);
  }
}
