package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the raw input of the register's forms. */
final class RegisterInput {
  static final int LONGEST_NAME = 120;
  static final int LONGEST_TEXT = 1_000;

  private RegisterInput() {}

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  /**
   * Reads a text of a limited length.
   *
   * @throws NotPossible if it is longer
   */
  static String text(@Nullable String typed, int longest) {
    String text = text(typed);
    if (text.length() > longest) {
      throw new NotPossible(
          Sentence.of(
              "This text is too long: {1}… Use at most {2} characters.",
              text.substring(0, 20), longest));
    }
    return text;
  }

  /**
   * Reads the name of a person: the id if the district's file knows them by this name or id,
   * otherwise as typed; empty for no one.
   */
  static String person(@Nullable String typed, District district) {
    String text = text(typed, LONGEST_NAME);
    return district.people().stream()
        .filter(person -> person.id().equals(text) || person.name().equalsIgnoreCase(text))
        .findFirst()
        .map(District.Person::id)
        .orElse(text);
  }

  /**
   * Reads a day.
   *
   * @throws NotPossible if it is missing, before 2000, or in the future
   */
  static LocalDate day(@Nullable String typed, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(text(typed));
      if (day.getYear() >= 2000 && !day.isAfter(today)) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // The same answer as for an impossible day.
    }
    throw new NotPossible(Sentence.of("Enter the day, from 2000 on and not in the future."));
  }

  /** Returns the id that came with a form; a new one if there is none. */
  static UUID form(@Nullable UUID sent) {
    return sent == null ? UUID.randomUUID() : sent;
  }
}
