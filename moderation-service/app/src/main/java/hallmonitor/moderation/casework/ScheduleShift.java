package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.KeptTally.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another records schedule would change today, for what falls under one of its rules.
 *
 * @param rule of the other schedule; absent for records that none of its rules covers
 * @param more how many records would become due
 * @param fewer how many would no longer be due
 */
public record ScheduleShift(RecordKind kind, Optional<RetentionRule> rule, long more, long fewer) {
  /** Returns the days to count by, for {@link #of}. */
  public static List<Cell> cells(
      Retention now, Retention other, Collection<RecordPlace> places, LocalDate today) {
    return RetentionOutlook.cells(
        places,
        (kind, place) -> now.governing(kind, place).flatMap(r -> r.latest(today)),
        (kind, place) -> other.governing(kind, place).flatMap(r -> r.latest(today)));
  }

  /**
   * Returns the days to count by if accounts belong elsewhere, for {@link #of}.
   *
   * @param places where they belong now
   * @param moved where they would belong
   */
  public static List<Cell> cellsOfMove(
      Retention schedule,
      Collection<RecordPlace> places,
      Collection<RecordPlace> moved,
      LocalDate today) {
    Map<String, RecordPlace> now =
        places.stream().collect(Collectors.toMap(RecordPlace::account, place -> place));
    return RetentionOutlook.cells(
        moved,
        (kind, place) ->
            schedule
                .governing(kind, now.getOrDefault(place.account(), place))
                .flatMap(r -> r.latest(today)),
        (kind, place) -> schedule.governing(kind, place).flatMap(r -> r.latest(today)));
  }

  /** Returns what another schedule changes, by its rules; nothing for rules that change nothing. */
  public static List<ScheduleShift> of(
      Retention other, Collection<RecordPlace> places, Collection<KeptTally> tallies) {
    List<ScheduleShift> shifts = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      Stream.concat(
              other.rules().stream().filter(rule -> rule.kind() == kind).map(Optional::of),
              Stream.of(Optional.<RetentionRule>empty()))
          .map(
              rule ->
                  of(
                      kind,
                      rule,
                      RetentionOutlook.tallies(
                          kind, RetentionOutlook.under(kind, rule, other, places), tallies)))
          .filter(shift -> shift.more() > 0 || shift.fewer() > 0)
          .forEach(shifts::add);
    }
    return shifts;
  }

  private static ScheduleShift of(
      RecordKind kind, Optional<RetentionRule> rule, List<KeptTally> under) {
    return new ScheduleShift(
        kind,
        rule,
        RetentionOutlook.sum(under, t -> Math.max(0, t.second() - t.first())),
        RetentionOutlook.sum(under, t -> Math.max(0, t.first() - t.second())));
  }
}
