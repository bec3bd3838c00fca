package hallmonitor.moderation.casework.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds phone numbers and email addresses. The patterns run in linear time. */
final class ContactDetails {
  /** With separators, as people write them; ten digits in a row are often something else. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![0-9$+-])(?<![0-9][.])(?:\\+?1[-. ]?)?\\(?[0-9]{3}\\)?[-. /]{1,2}[0-9]{3}[-. ][0-9]{4}(?![\\w-])"
              + "|(?<![0-9$+-])\\+[0-9](?:[-. ()]{0,2}[0-9]){7,14}(?![\\w-])");

  /** Not the name of an account, such as {@code @school@social.example}. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?<![\\w.+@-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}",
          Pattern.UNICODE_CHARACTER_CLASS);

  private ContactDetails() {}

  /**
   * Returns what stands in a text or behind its links.
   *
   * @return each as it is compared, with how it was written
   */
  static Map<String, String> in(String text, List<String> links) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher phone = PHONE.matcher(text);
    while (phone.find()) {
      found.putIfAbsent(digits(phone.group()), phone.group());
    }
    Matcher email = EMAIL.matcher(text);
    while (email.find()) {
      found.putIfAbsent(email.group().toLowerCase(Locale.ROOT), email.group());
    }
    for (String link : links) {
      if (link.regionMatches(true, 0, "tel:", 0, 4)) {
        String number = link.substring(4);
        found.putIfAbsent(digits(number), number);
      } else if (link.regionMatches(true, 0, "mailto:", 0, 7)) {
        String address = link.substring(7).replaceFirst("\\?.*", "");
        found.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
      }
    }
    found.remove("");
    return found;
  }

  /** A leading 1 is the country's. */
  private static String digits(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
  }
}
