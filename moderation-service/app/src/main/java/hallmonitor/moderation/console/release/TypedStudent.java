package hallmonitor.moderation.console.release;

import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A student as someone typed or pasted it, checked.
 *
 * @param since day of the family's letter
 */
public record TypedStudent(String name, LocalDate since) {
  private static final int LONGEST = 100;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}.'’ -]+(?:,[\\p{L}\\p{M}.'’ -]+)?");
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu");
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** Thrown for what is not a student; the sentence does not repeat it. */
  static final class Mistaken extends Refusal {
    private static final long serialVersionUID = 1L;

    Mistaken(Sentence sentence) {
      super(sentence);
    }
  }

  /**
   * Checks what someone typed.
   *
   * @param date {@code 2026-08-15} or {@code 8/15/2026}; empty for today
   * @throws Mistaken with what to do
   */
  static TypedStudent of(String name, String date, LocalDate today) {
    String stripped = name.strip();
    if (stripped.length() > LONGEST || !NAME.matcher(stripped).matches()) {
      throw new Mistaken(
          Sentence.of("Write only a name: letters, and a comma if the family name comes first."));
    }
    if (!StudentName.of(stripped).isComplete()) {
      throw new Mistaken(
          Sentence.of(
              "Write a given name and a family name, in Latin letters. Initials are not enough."));
    }
    return new TypedStudent(stripped, since(date.strip(), today));
  }

  private static LocalDate since(String date, LocalDate today) {
    if (date.isEmpty()) {
      return today;
    }
    LocalDate since = read(date);
    if (since.isAfter(today) || since.isBefore(FIRST)) {
      throw new Mistaken(Sentence.of("The date of the letter is in the future or too long ago."));
    }
    return since;
  }

  private static LocalDate read(String date) {
    try {
      return date.contains("/") ? LocalDate.parse(date, AMERICAN) : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new Mistaken(Sentence.of("Write the date as 2026-08-15 or 8/15/2026."));
    }
  }

  @Override
  public String toString() {
    return "TypedStudent[withheld]";
  }
}
