package hallmonitor.moderation.console.records;

import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the raw input of forms about records. */
final class RecordsForm {
  private static final int LONGEST_NAME = 200;

  private RecordsForm() {}

  /** Thrown for missing or wrong input; the sentence is for the person who typed it. */
  static final class Mistaken extends Refusal {
    private static final long serialVersionUID = 1L;

    Mistaken(Sentence sentence) {
      super(sentence);
    }
  }

  static UUID id(@Nullable UUID form) {
    return form == null ? UUID.randomUUID() : form;
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  /**
   * Reads a required text.
   *
   * @throws Mistaken if it is empty, with this sentence, or too long
   */
  static String name(@Nullable String typed, Sentence missing) {
    String name = text(typed);
    if (name.isEmpty()) {
      throw new Mistaken(missing);
    }
    if (name.length() > LONGEST_NAME) {
      throw new Mistaken(Sentence.of("Use at most 200 characters."));
    }
    return name;
  }

  static String reason(@Nullable String typed) {
    String reason = DecidingForms.words("", typed);
    if (reason.isEmpty()) {
      throw new Mistaken(
          Sentence.of("Enter a reason that someone can still understand years from now."));
    }
    return reason;
  }

  /** Reads a day; absent if nothing was typed. */
  static Optional<LocalDate> day(@Nullable String typed) {
    String text = text(typed);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() <= 9999) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException e) {
      // The same answer as for an impossible year.
    }
    throw new Mistaken(Sentence.of("Enter the date as year, month, and day, such as 2019-08-01."));
  }
}
