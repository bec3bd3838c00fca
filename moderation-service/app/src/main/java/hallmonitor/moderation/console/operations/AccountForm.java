package hallmonitor.moderation.console.operations;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads the forms of the accounts page. */
final class AccountForm {
  private static final LocalDate EARLIEST = LocalDate.parse("2000-01-01");
  private static final int LONGEST_REASON = 300;

  /** Thrown for wrong input; the message says what to change. */
  static final class Mistaken extends Refusal {
    Mistaken(Sentence sentence) {
      super(sentence);
    }
  }

  private AccountForm() {}

  /**
   * Reads a command.
   *
   * @param command the id that came with the form
   * @param zone the district's, used for the start of the history's first day
   * @throws Mistaken if something is missing or wrong
   */
  static AccountCommand of(
      String account,
      String command,
      String act,
      String reason,
      String from,
      String by,
      Instant now,
      ZoneId zone) {
    Act what =
        Arrays.stream(Act.values())
            .filter(a -> a.name().equals(act))
            .findFirst()
            .orElseThrow(
                () ->
                    new Mistaken(Sentence.of("Nothing was selected. Choose one of the buttons.")));
    String why = reason == null ? "" : reason.strip().replace('\0', ' ');
    if ((what == Act.PAUSE || what == Act.HALT) && why.isEmpty()) {
      throw new Mistaken(
          Sentence.of("Say why you are pausing the account. Everyone sees the reason."));
    }
    if (why.length() > LONGEST_REASON) {
      throw new Mistaken(Sentence.of("The reason is too long. Use at most 300 characters."));
    }
    Optional<LocalDate> day =
        what == Act.START_BACKFILL
            ? Optional.of(day(from, LocalDate.ofInstant(now, zone)))
            : Optional.empty();
    return new AccountCommand(id(command), account, what, day, by, why, now);
  }

  private static LocalDate day(String from, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(String.valueOf(from));
      if (!day.isBefore(EARLIEST) && !day.isAfter(today)) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // reported below
    }
    throw new Mistaken(
        Sentence.of("Choose the first day to read, from 2000 on and not in the future."));
  }

  private static UUID id(String command) {
    try {
      return UUID.fromString(String.valueOf(command));
    } catch (IllegalArgumentException e) {
      throw new Mistaken(Sentence.of("The form is incomplete. Reload the page and send it again."));
    }
  }
}
