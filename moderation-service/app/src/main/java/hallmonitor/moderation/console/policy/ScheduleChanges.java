package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.casework.ScheduleShift;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.console.records.RuleView;
import hallmonitor.moderation.console.records.ScheduleQueries;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/** Says before a records schedule is published which records would become due by it. */
@RequestScoped
public class ScheduleChanges {
  private final ScheduleQueries queries;
  private final RecordPlaces places;
  private final DecisionSettings settings;
  private final Viewer viewer;

  ScheduleChanges(
      ScheduleQueries queries, RecordPlaces places, DecisionSettings settings, Viewer viewer) {
    this.queries = queries;
    this.places = places;
    this.settings = settings;
    this.viewer = viewer;
  }

  /** Returns the changes; empty if the draft has the current schedule. */
  Optional<ScheduleDraft> of(DecisionRules draft) {
    Retention now = settings.get().retention();
    Retention other = draft.retention();
    return now.equals(other)
        ? Optional.empty()
        : Optional.of(draft(queries.shifts(now, other, viewer.scope()), queries.misnamed(other)));
  }

  /** Returns what other schools and kinds of accounts change; empty if they change nothing. */
  Optional<ScheduleDraft> ofDistrict(District district) {
    Retention schedule = settings.get().retention();
    Optional<List<ScheduleShift>> moves = queries.moves(schedule, district, viewer.scope());
    List<RetentionRule> misnamed = queries.misnamed(schedule, district);
    return moves.isEmpty() && misnamed.equals(queries.misnamed(schedule))
        ? Optional.empty()
        : Optional.of(draft(moves.orElse(List.of()), misnamed));
  }

  private ScheduleDraft draft(List<ScheduleShift> shifts, List<RetentionRule> misnamed) {
    return new ScheduleDraft(
        shifts.stream().map(this::change).toList(),
        misnamed.stream().map(rule -> RuleView.of(rule, places.today())).toList(),
        queries.counting());
  }

  private ScheduleChange change(ScheduleShift shift) {
    return new ScheduleChange(
        shift
            .rule()
            .map(rule -> RuleView.of(rule, places.today()))
            .orElseGet(() -> RuleView.without(shift.kind())),
        shift.more(),
        shift.fewer());
  }
}
