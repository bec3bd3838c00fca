package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and lengths of time from the district's files, as readers write them. */
@TemplateExtension(namespace = "written")
public final class WrittenTimes {
  private static final Pattern LENGTH = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

  private WrittenTimes() {}

  /** Returns {@code 21:00} as {@code 9:00 PM}; what is not a time as it is. */
  public static String clock(String written) {
    try {
      return Moments.clock(LocalTime.parse(written), ReaderLanguage.locale());
    } catch (DateTimeParseException e) {
      return written;
    }
  }

  /** Returns {@code 30m} as {@code 30 min}; what is not a length of time as it is. */
  public static String length(String written) {
    Matcher parts = LENGTH.matcher(written);
    if (!parts.matches()) {
      return written;
    }
    String unit = parts.group(2);
    return parts.group(1) + " " + (unit.equals("m") ? "min" : unit);
  }
}
