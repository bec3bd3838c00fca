package hallmonitor.notifier.notice;

import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import java.util.List;
import java.util.Objects;

/**
 * Why a person is notified now.
 *
 * @param others ids of the people who were notified before, or who handed it over
 * @param minutes since they were notified
 */
public record NoticeReason(Occasion occasion, List<String> others, long minutes) {
  public static final NoticeReason FIRST = new NoticeReason(Occasion.TOLD, List.of(), 0);

  public NoticeReason {
    Objects.requireNonNull(occasion, "occasion");
    others = others == null ? List.of() : List.copyOf(others);
  }
}
