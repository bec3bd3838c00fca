package hallmonitor.moderation.console.escalations;

import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of a duty as a person fills it in: a time, a number that someone gave them, or words;
 * or why it is left out.
 *
 * @param name as in escalation.yaml; {@code -at} at its end is a time, {@code -id} and {@code
 *     -number} are numbers
 * @param how what the person chose
 * @param value as typed; of a time {@code 2026-11-28T14:05} in the district's time zone
 * @param why the reason for leaving it out
 * @param error what is wrong with it; {@link Sentence#NONE} if nothing is
 */
public record DutyInput(String name, How how, String value, String why, Sentence error) {
  /** What a person can choose for a field. */
  public enum How {
    /** A time: this minute. */
    NOW,
    /** What is typed. */
    GIVEN,
    /** It will be filled in later; until then the duty is not done. */
    LATER,
    /** It does not apply, for a reason. */
    LEFT_OUT
  }

  /** The input is checked against these. */
  public record Terms(Instant commentSeen, Instant now, ZoneId zone) {}

  private static final int LONGEST = 500;
  private static final Pattern NUMBER =
      Pattern.compile("(?=.*[0-9])[\\p{L}0-9][\\p{L}0-9 ./#-]{2,39}");
  private static final String LEFT_OUT = "Left out: ";
  private static final String MINUTES = "yyyy-MM-ddTHH:mm";

  /** Reads what was saved. */
  static DutyInput saved(String name, String stored) {
    if (stored.startsWith(LEFT_OUT)) {
      return of(name, How.LEFT_OUT, "", stored.substring(LEFT_OUT.length()));
    }
    String typed = isTime(name) ? time(stored).map(DutyInput::local).orElse("") : stored;
    return of(name, typed.isEmpty() ? How.LATER : How.GIVEN, typed, "");
  }

  /**
   * Reads what was sent.
   *
   * @param how {@code now}, {@code given}, {@code later} or {@code left-out}; anything else is
   *     derived from the value
   */
  static DutyInput sent(String name, @Nullable String how, String value, String why) {
    How chosen =
        switch (how == null ? "" : how) {
          case "now" -> isTime(name) ? How.NOW : How.GIVEN;
          case "later" -> How.LATER;
          case "left-out" -> How.LEFT_OUT;
          case "given" -> How.GIVEN;
          default -> value.isEmpty() ? How.LATER : How.GIVEN;
        };
    return of(name, chosen, cut(value), cut(why));
  }

  private static DutyInput of(String name, How how, String value, String why) {
    return new DutyInput(name, how, value, why, Sentence.NONE);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  DutyInput startingNow() {
    return of(name, How.NOW, value, why);
  }

  public boolean isTime() {
    return isTime(name);
  }

  private static boolean isTime(String name) {
    return name.endsWith("-at");
  }

  public boolean isNumber() {
    return name.endsWith("-id") || name.endsWith("-number");
  }

  public boolean isNow() {
    return how == How.NOW;
  }

  public boolean isGiven() {
    return how == How.GIVEN;
  }

  public boolean isLater() {
    return how == How.LATER;
  }

  public boolean isLeftOut() {
    return how == How.LEFT_OUT;
  }

  public boolean isWrong() {
    return !error.isEmpty();
  }

  /**
   * Checks the field.
   *
   * @param done whether the duty will be marked as done, so that nothing may be missing
   */
  DutyInput checked(boolean done, Terms terms) {
    return new DutyInput(name, how, value, why, problem(done, terms));
  }

  private Sentence problem(boolean done, Terms terms) {
    return switch (how) {
      case NOW -> Sentence.NONE;
      case LATER ->
          done
              ? Sentence.of("Fill this in, or say why it isn't needed, before you mark it as done.")
              : Sentence.NONE;
      case LEFT_OUT ->
          why.isEmpty() ? Sentence.of("Say in a few words why this isn't needed.") : Sentence.NONE;
      case GIVEN -> isTime() ? timeProblem(terms) : isNumber() ? numberProblem() : wordsProblem();
    };
  }

  private Sentence timeProblem(Terms terms) {
    Optional<Instant> at = instant(terms.zone());
    if (at.isEmpty()) {
      return Sentence.of("Choose a date and a time, such as Nov 28, 2026, 3:10 PM.");
    }
    if (at.get().isAfter(terms.now().plus(1, ChronoUnit.MINUTES))) {
      return Sentence.of("This time is in the future. Enter the time when it was done.");
    }
    return at.get().isBefore(terms.commentSeen().truncatedTo(ChronoUnit.MINUTES))
        ? Sentence.of("This is before the comment was written. Check the date and the time.")
        : Sentence.NONE;
  }

  private Sentence numberProblem() {
    return NUMBER.matcher(value).matches()
        ? Sentence.NONE
        : Sentence.of(
            "Enter the number as you were given it: 3 to 40 letters and digits, such as 2241877.");
  }

  private Sentence wordsProblem() {
    return value.isEmpty() ? Sentence.of("Write a few words.") : Sentence.NONE;
  }

  private Optional<Instant> instant(ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(value).atZone(zone).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns what is stored, also as evidence: a time with its offset from UTC. */
  String stored(Terms terms) {
    return switch (how) {
      case NOW -> minute(terms.now(), terms.zone());
      case LATER -> "";
      case LEFT_OUT -> LEFT_OUT + why;
      case GIVEN ->
          isTime() ? instant(terms.zone()).map(at -> minute(at, terms.zone())).orElse("") : value;
    };
  }

  private static String minute(Instant at, ZoneId zone) {
    return OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), zone).toString();
  }

  /** Returns a stored time; empty for anything else. */
  static Optional<OffsetDateTime> time(String stored) {
    try {
      return Optional.of(OffsetDateTime.parse(stored));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String local(OffsetDateTime at) {
    return at.toLocalDateTime().toString().substring(0, MINUTES.length());
  }
}
