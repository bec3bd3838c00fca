package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.request.RequestDeadline;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.request.NewRequest.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A request, as the desk sees it.
 *
 * @param requester empty for readers who do not need to know
 * @param contact empty for readers who do not need to know
 * @param reason id of the reason for which its deadline was extended; empty if it was not
 * @param worker a user name; empty for nobody
 * @param heldUntil when what it found is held no longer; null as long as it is not closed
 */
public record RequestView(
    UUID requestId,
    @Nested("number") RequestNumber number,
    String code,
    String way,
    String requester,
    String contact,
    String words,
    String language,
    boolean commercial,
    Instant arrivedAt,
    @Nested("deadline") RequestDeadline deadline,
    String statute,
    String reason,
    String state,
    String worker,
    @Nullable Instant heldUntil,
    int version) {
  private static final int GLIMPSE = 60;

  /** Returns the beginning of what was asked, for a list of choices. */
  public String getGlimpse() {
    String line = words.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= GLIMPSE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, GLIMPSE)) + "…";
  }

  public RequestState getCurrent() {
    return EnumCodes.read(RequestState.class, state);
  }

  public Way getWayIn() {
    return EnumCodes.read(Way.class, way);
  }

  /** Returns the states that a person can choose. */
  public Set<RequestState> getNext() {
    return getCurrent().next();
  }

  public String code(RequestState next) {
    return EnumCodes.of(next);
  }

  /** Returns the code in groups of four. */
  public String getWritten() {
    return new ShortCode(code).toString();
  }

  public boolean isRunning() {
    return getCurrent().isRunning();
  }

  public boolean isClosed() {
    return getCurrent() == RequestState.CLOSED;
  }

  public boolean isLate(LocalDate today) {
    return isRunning() && deadline.isLate(today);
  }
}
