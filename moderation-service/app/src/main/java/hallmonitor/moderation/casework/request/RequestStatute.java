package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.SchoolDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What the law of a state says of the time to answer a request.
 *
 * @param id of the state, as in the file
 * @param source the citation of the deadline
 * @param address where it can be read
 * @param nextBusinessDay whether what comes after office hours, or on a day without, is received on
 *     the next business day
 * @param answer counted from the day of receipt
 * @param commercial for requests with a commercial purpose; absent if they are like all others
 * @param extension counted from the first deadline
 * @param reasons for which it may be extended, once; empty if it may not
 * @param exemptions for which a record may be withheld
 */
public record RequestStatute(
    String id,
    String name,
    String source,
    String address,
    boolean nextBusinessDay,
    DayCount answer,
    Optional<DayCount> commercial,
    DayCount extension,
    List<LegalGround> reasons,
    List<LegalGround> exemptions) {
  public RequestStatute {
    reasons = List.copyOf(reasons);
    exemptions = List.copyOf(exemptions);
  }

  /**
   * Returns the day on which a request counts as received.
   *
   * @param closes when offices close; what comes at that time or later is after hours
   */
  public LocalDate receivedOn(LocalDate day, LocalTime time, LocalTime closes, SchoolDays offices) {
    boolean inHours = offices.isOpen(day) && time.isBefore(closes);
    return nextBusinessDay && !inHours ? offices.after(day, 1) : day;
  }

  /** Returns the deadline of a request that was received on a day. */
  public RequestDeadline deadline(LocalDate receivedOn, boolean isCommercial, SchoolDays offices) {
    DayCount time = isCommercial ? commercial.orElse(answer) : answer;
    LocalDate due = time.after(receivedOn, offices);
    return new RequestDeadline(receivedOn, due, due, isCommercial && commercial.isPresent());
  }

  /** Finds a reason to extend. */
  public Optional<LegalGround> reason(String reasonId) {
    return reasons.stream().filter(reason -> reason.id().equals(reasonId)).findFirst();
  }
}
