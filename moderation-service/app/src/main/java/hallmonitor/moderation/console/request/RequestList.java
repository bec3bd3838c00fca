package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.request.RequestRules;
import java.time.LocalDate;
import java.util.List;

/**
 * The list of requests.
 *
 * @param more whether there are more than are shown
 * @param told whether anyone gets a mail about a new one
 */
public record RequestList(
    List<RequestView> requests,
    RequestFilter filter,
    RequestRules rules,
    boolean more,
    boolean told) {
  public RequestList {
    requests = List.copyOf(requests);
  }

  public LocalDate getToday() {
    return filter.today();
  }

  /** Returns whether the state is named, and with it the law. */
  public boolean isReady() {
    return rules.statute().isPresent();
  }

  public boolean isPublic() {
    return isReady() && rules.publicForm();
  }
}
