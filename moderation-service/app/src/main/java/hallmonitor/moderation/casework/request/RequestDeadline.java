package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;

/**
 * When a request must be answered.
 *
 * @param receivedOn the day that counts as that of receipt
 * @param firstDue the last day before any extension
 * @param due the last day to answer
 * @param fixed whether the statute allows no extension of it
 */
public record RequestDeadline(
    LocalDate receivedOn, LocalDate firstDue, LocalDate due, boolean fixed) {
  private static final int MOST_YEARS = 5;

  public RequestDeadline {
    if (!receivedOn.isBefore(firstDue) || due.isBefore(firstDue)) {
      throw new IllegalArgumentException(receivedOn + ", " + firstDue + ", " + due);
    }
  }

  public boolean isExtended() {
    return due.isAfter(firstDue);
  }

  /** Returns whether the last day is over. */
  public boolean isLate(LocalDate today) {
    return today.isAfter(due);
  }

  /**
   * Returns whether it is time to remind.
   *
   * @param before business days before the last day
   */
  public boolean isSoon(LocalDate today, int before, SchoolDays offices) {
    return !isLate(today) && !offices.after(today, before).isBefore(due);
  }

  /**
   * Extends the deadline as the statute allows.
   *
   * @throws NotLegal if it cannot be extended, or no longer
   */
  public RequestDeadline extended(RequestStatute statute, LocalDate today, SchoolDays offices) {
    if (fixed || statute.reasons().isEmpty()) {
      throw new NotLegal(Sentence.of("The law doesn't allow an extension of this deadline."));
    }
    if (isExtended()) {
      throw new NotLegal(
          Sentence.of("This deadline was already extended, which is possible once."));
    }
    if (isLate(today)) {
      throw new NotLegal(
          Sentence.of("The deadline is over. It can be extended only until its last day."));
    }
    LocalDate longer = statute.extension().after(firstDue, offices);
    return new RequestDeadline(receivedOn, firstDue, longer, false);
  }

  /**
   * Extends the deadline to a day on which the requester agreed, which the law allows at any time.
   *
   * @throws NotLegal if it is no later day
   */
  public RequestDeadline agreed(LocalDate until) {
    if (!until.isAfter(due) || until.isAfter(due.plusYears(MOST_YEARS))) {
      throw new NotLegal(
          Sentence.of(
              "Choose a day after the deadline, within the {1} years after it.", MOST_YEARS));
    }
    return new RequestDeadline(receivedOn, firstDue, until, fixed);
  }
}
