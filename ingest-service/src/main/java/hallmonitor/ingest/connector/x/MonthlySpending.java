package hallmonitor.ingest.connector.x;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Counts what one app has cost in the calendar month (UTC). Reading stops at the cap; acts and the
 * reads that they need never stop. X does not report what it charged, so it is counted here with
 * the published prices (https://docs.x.com/x-api/getting-started/pricing). Reads that X sells for
 * less, such as an account's own posts, count at the full price. The true bill can still be higher:
 * the cap is checked before a page and not within it, and an answer that comes too late is charged
 * and not counted.
 */
final class MonthlySpending {
  /** What something costs, in tenths of a cent. */
  enum Price {
    POST(5),
    USER(10),
    MEDIA(5),
    /** A post of the account. */
    REPLY(15),
    /** A post of the account with an address in it. */
    REPLY_WITH_LINK(200),
    /** Hiding and restoring. X publishes no price for them, only one for managing content. */
    HIDE(5);

    private final long mills;

    Price(long mills) {
      this.mills = mills;
    }
  }

  private static final int MILLS = 1_000;

  private final InstantSource clock;
  private final long cap;
  private YearMonth month;
  private long spent;
  private LocalDate day;

  /**
   * What was read on the day: X charges for a post or a user once a day, no matter how often it is
   * read.
   */
  private final Set<String> read = new HashSet<>();

  /**
   * Creates a count of nothing.
   *
   * @param dollars the cap
   */
  MonthlySpending(InstantSource clock, long dollars) {
    this.clock = clock;
    this.cap = dollars * MILLS;
    this.day = today();
    this.month = YearMonth.from(day);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void turn() {
    LocalDate today = today();
    if (!today.equals(day)) {
      day = today;
      read.clear();
    }
    if (!YearMonth.from(today).equals(month)) {
      month = YearMonth.from(today);
      spent = 0;
    }
  }

  synchronized void read(Price price, String id) {
    turn();
    if (read.add(price + id)) {
      spent += price.mills;
    }
  }

  synchronized void act(Price price) {
    turn();
    spent += price.mills;
  }

  /** Returns the share that is left for reading, from 0 to 1. */
  synchronized double left() {
    turn();
    return cap == 0 ? 0 : Math.max(0, cap - spent) / (double) cap;
  }

  /** Returns one sentence about how much is left, and what to do. */
  synchronized String sentence() {
    turn();
    String what =
        cap == 0
            ? "No money is set aside for reading X, so nothing is read and acts go on"
            : String.format(
                Locale.ROOT,
                "Of the $%d that X may cost this month, $%.2f is spent; at the cap nothing more is read until %s, and acts go on",
                cap / MILLS,
                spent / (double) MILLS,
                month.plusMonths(1).atDay(1));
    return what
        + ". Set HALLMONITOR_INGEST_X_DOLLARS_PER_MONTH to what you want to pay, and buy X's credits for it.";
  }

  /** Returns the count in a form that a cursor can keep, so that it outlives a restart. */
  synchronized String mark() {
    turn();
    return month + "/" + spent;
  }

  /** Raises the count to an earlier {@link #mark} of the same month. */
  synchronized void raiseTo(String mark) {
    turn();
    String[] parts = mark.split("/", 2);
    try {
      if (parts.length == 2 && YearMonth.parse(parts[0]).equals(month)) {
        spent = Math.max(spent, Long.parseLong(parts[1]));
      }
    } catch (DateTimeParseException | NumberFormatException e) {
      // It only improved the count.
    }
  }
}
