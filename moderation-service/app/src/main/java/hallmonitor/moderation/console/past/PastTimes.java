package hallmonitor.moderation.console.past;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times of a page that is printed and kept: with the year, and with seconds, because two changes
 * may be a second apart.
 */
@TemplateExtension(namespace = "past")
public final class PastTimes {
  private PastTimes() {}

  /** Returns the time in the district's time zone. */
  public static String moment(Instant then) {
    ZoneId zone =
        Arc.container().instance(LiveRules.class).get().district().current().value().timeZone();
    return written(then, zone, ReaderLanguage.locale());
  }

  /**
   * Returns the address of the page that shows a post as it was.
   *
   * @param comment the platform's id of a comment to begin with; empty for none
   */
  public static String page(String account, String postId, Instant then, String comment) {
    return new PastQuestion(account, postId, "", false, 0, comment).at(then);
  }

  static String written(Instant then, ZoneId zone, Locale locale) {
    String pattern = locale.getLanguage().equals("es") ? "d MMM y, H:mm:ss" : "MMM d, y, h:mm:ss a";
    return DateTimeFormatter.ofPattern(pattern, locale).format(then.atZone(zone)).replace(".", "");
  }

  /** Returns the time zone with its distance from UTC at that moment. */
  static String zone(Instant then, ZoneId zone) {
    return "%s (UTC%s)".formatted(zone.getId(), zone.getRules().getOffset(then));
  }
}
