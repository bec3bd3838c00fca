package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.casework.request.RequestState;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;

/** Where a request stands, for its requester: nothing of who works on it, or of what was found. */
public record RequestStatus(
    @Nested("number") RequestNumber number,
    String code,
    LocalDate receivedOn,
    LocalDate firstDue,
    LocalDate due,
    String state) {
  /** Returns the code in groups of four. */
  public String getWritten() {
    return new ShortCode(code).toString();
  }

  public String getWord() {
    return "state-" + state;
  }

  public boolean isExtended() {
    return due.isAfter(firstDue);
  }

  public boolean isRunning() {
    return EnumCodes.read(RequestState.class, state).isRunning();
  }
}
