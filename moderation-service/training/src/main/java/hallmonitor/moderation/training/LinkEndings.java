package hallmonitor.moderation.training;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ends the corpus's web and mail addresses like those of live pages. The corpus names no real host,
 * so its addresses end in {@code .example} (RFC 2606); a model would learn that ending, which no
 * live page has, and none of the real ones. The same host always gets the same ending, whether its
 * row is harmless or not, so that an ending says nothing about the label.
 */
final class LinkEndings {
  private static final Pattern RESERVED =
      Pattern.compile("([a-z0-9][a-z0-9-]*)\\.example\\b", Pattern.CASE_INSENSITIVE);

  /** About as often as under school posts: most addresses are of companies, some of schools. */
  private static final List<String> ENDINGS =
      List.of("com", "com", "com", "com", "com", "org", "org", "net", "us", "co");

  private LinkEndings() {}

  static String live(String text) {
    return RESERVED
        .matcher(text)
        .replaceAll(host -> host.group(1) + "." + ending(host.group(1).toLowerCase(Locale.ROOT)));
  }

  private static String ending(String host) {
    return ENDINGS.get(Math.floorMod(host.hashCode(), ENDINGS.size()));
  }
}
