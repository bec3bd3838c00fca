package hallmonitor.settings.district;

import hallmonitor.settings.yaml.YamlMapping;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The numbers at which a person agreed to get messages about immediate danger. Nobody gets any
 * without having agreed.
 *
 * @param text for text messages, as {@code +} and digits (E.164)
 * @param call for calls, in the same form
 * @param agreed the day on which the person agreed
 */
public record AgreedNumbers(Optional<String> text, Optional<String> call, LocalDate agreed) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public AgreedNumbers {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(agreed, "agreed");
  }

  /** Reads {@code messages} of a person. */
  static AgreedNumbers read(YamlMapping m) {
    m.allow("text", "call", "agreed");
    Optional<String> text = number(m, "text");
    Optional<String> call = number(m, "call");
    if (text.isEmpty() && call.isEmpty()) {
      m.problem("text", "name a number for 'text', for 'call', or for both");
    }
    if (m.text("agreed", "").isBlank()) {
      m.problem("agreed", "write the day on which the person agreed to get messages");
    }
    return new AgreedNumbers(
        text,
        call,
        m.value("agreed", LocalDate.MIN, "a date such as 2026-09-01", LocalDate::parse));
  }

  private static Optional<String> number(YamlMapping m, String key) {
    Optional<String> number = m.optionalText(key).filter(text -> !text.isEmpty());
    number
        .filter(text -> !E164.matcher(text).matches())
        .ifPresent(
            text ->
                m.problem(
                    key,
                    "'"
                        + text
                        + "' is not a number such as \"+16305550123\": the plus sign, country,"
                        + " area, and digits only, in quotation marks"));
    return number;
  }
}
