package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.console.cases.DecidingForms;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

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

  static UUID id(UUID form) {
    return form == null ? UUID.randomUUID() : form;
  }

  static String text(String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  /**
   * Reads a required text.
   *
   * @throws Mistaken if it is empty, with this sentence, or too long
   */
  static String name(String typed, Sentence missing) {
    String name = text(typed);
    if (name.isEmpty()) {
      throw new Mistaken(missing);
    }
    if (name.length() > LONGEST_NAME) {
      throw new Mistaken(
          Sentence.of("That is too long for a name or a number; 200 characters are enough."));
    }
    return name;
  }

  static String reason(String typed) {
    String reason = DecidingForms.words("", typed);
    if (reason.isEmpty()) {
      throw new Mistaken(Sentence.of("Say why: a person who reads it years from now must know."));
    }
    return reason;
  }

  /** Reads a day; absent if nothing was typed. */
  static Optional<LocalDate> day(String typed) {
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
    throw new Mistaken(Sentence.of("Write the day as year, month and day, such as 2019-08-01."));
  }

  static RecordKind kind(String code) {
    try {
      return EnumCodes.read(RecordKind.class, text(code));
    } catch (IllegalArgumentException e) {
      throw new Mistaken(Sentence.of("Choose which records."));
    }
  }
}
