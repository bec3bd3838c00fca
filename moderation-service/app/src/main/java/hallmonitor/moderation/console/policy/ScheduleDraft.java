package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.records.RuleView;
import hallmonitor.moderation.store.records.KeptDays;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft of the records schedule would change.
 *
 * @param misnamed its rules for an account or school that nobody knows
 */
public record ScheduleDraft(
    List<ScheduleChange> changes, List<RuleView> misnamed, KeptDays.Counting counting) {
  public ScheduleDraft {
    changes = List.copyOf(changes);
    misnamed = List.copyOf(misnamed);
  }

  /** Returns when comments were counted; null before that. */
  public @Nullable Instant getCountedAt() {
    return counting.since().orElse(null);
  }
}
