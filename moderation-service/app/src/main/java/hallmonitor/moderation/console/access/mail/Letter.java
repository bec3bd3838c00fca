package hallmonitor.moderation.console.access.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * A short mail with one link.
 *
 * @param language {@code en} or {@code es}
 * @param lines paragraphs before the link
 * @param button what the link does
 * @param link never printed anywhere but in the mail
 * @param after paragraphs after the link
 */
public record Letter(
    String language,
    String subject,
    List<String> lines,
    String button,
    String link,
    List<String> after) {
  public Letter {
    subject = subject.replaceAll("\\p{Cntrl}+", " ");
    lines = List.copyOf(lines);
    after = List.copyOf(after);
  }

  /** Returns a day and time as people write them, in a mail of that language. */
  public static String moment(Instant at, ZoneId zone, String language) {
    return written(at.atZone(zone), language, "d 'de' MMMM, h:mm a", "MMMM d, h:mm a");
  }

  /** Returns a day as people write it, in a mail of that language. */
  public static String day(LocalDate day, String language) {
    return written(day, language, "d 'de' MMMM 'de' y", "MMMM d, y");
  }

  private static String written(
      TemporalAccessor time, String language, String spanish, String english) {
    return language.equals("es")
        ? DateTimeFormatter.ofPattern(spanish, new Locale("es", "US")).format(time)
        : DateTimeFormatter.ofPattern(english, Locale.US).format(time);
  }

  String plain() {
    return String.join("\n\n", lines)
        + "\n\n"
        + button
        + ":\n"
        + link
        + "\n\n"
        + String.join("\n\n", after)
        + "\n";
  }

  String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"" + language + "\"><body>");
    lines.forEach(line -> page.append("<p>").append(escaped(line)).append("</p>"));
    page.append("<p><a href=\"")
        .append(escaped(link))
        .append("\" style=\"display:inline-block;padding:12px 20px;background:#1a5fb4;color:#fff;")
        .append("border-radius:6px;text-decoration:none;font-weight:bold\">")
        .append(escaped(button))
        .append("</a></p>");
    after.forEach(line -> page.append("<p>").append(escaped(line)).append("</p>"));
    return page.append("</body></html>").toString();
  }

  /** Names were typed by people: they are only ever text. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return "Letter[" + subject + ", link withheld]";
  }
}
