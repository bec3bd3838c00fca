package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.KeptTally.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a records schedule means for the records that are there. */
public final class RetentionOutlook {
  /** How far it looks ahead. */
  public static final int MONTHS_AHEAD = 12;

  private RetentionOutlook() {}

  /**
   * What falls under one rule.
   *
   * @param rule absent for records that no rule covers
   * @param due how many may be disposed of today
   * @param soon how many more in the next {@value #MONTHS_AHEAD} months, as things stand
   * @param heldDue how many would be due if nothing held them
   * @param oldest absent if there are no records
   */
  public record Line(
      RecordKind kind,
      Optional<RetentionRule> rule,
      List<RecordPlace> places,
      long n,
      long due,
      long soon,
      long held,
      long heldDue,
      long other,
      Optional<Instant> oldest,
      Optional<Instant> newest,
      Map<UUID, Long> holders) {}

  /** Returns the days to count by, for {@link #of}. */
  public static List<Cell> cells(
      Retention schedule, Collection<RecordPlace> places, LocalDate today) {
    return cells(
        places,
        (kind, place) -> schedule.governing(kind, place).flatMap(r -> r.latest(today)),
        (kind, place) ->
            schedule.governing(kind, place).flatMap(r -> r.latest(today.plusMonths(MONTHS_AHEAD))));
  }

  /** The day before which records of a kind at a place count. */
  @FunctionalInterface
  interface Day {
    Optional<LocalDate> of(RecordKind kind, RecordPlace place);
  }

  static List<Cell> cells(Collection<RecordPlace> places, Day first, Day second) {
    return Stream.of(RecordKind.values())
        .flatMap(
            kind ->
                places.stream()
                    .filter(place -> belongs(kind, place))
                    .map(
                        place ->
                            new Cell(
                                kind,
                                place.account(),
                                first.of(kind, place),
                                second.of(kind, place))))
        .toList();
  }

  private static boolean belongs(RecordKind kind, RecordPlace place) {
    return kind.isOfAccounts() == !place.account().isEmpty();
  }

  /**
   * Returns a line for each rule, in the order of the schedule. Then comes one for each kind that
   * has records without a rule.
   */
  public static List<Line> of(
      Retention schedule, Collection<RecordPlace> places, Collection<KeptTally> tallies) {
    List<Line> lines = new ArrayList<>();
    for (RetentionRule rule : schedule.rules()) {
      lines.add(line(rule.kind(), Optional.of(rule), schedule, places, tallies));
    }
    for (RecordKind kind : RecordKind.values()) {
      Line rest = line(kind, Optional.empty(), schedule, places, tallies);
      if (rest.n() > 0) {
        lines.add(rest);
      }
    }
    return lines;
  }

  private static Line line(
      RecordKind kind,
      Optional<RetentionRule> rule,
      Retention schedule,
      Collection<RecordPlace> places,
      Collection<KeptTally> tallies) {
    List<RecordPlace> its = under(kind, rule, schedule, places);
    List<KeptTally> under = tallies(kind, its, tallies);
    long due = sum(under, KeptTally::first);
    Map<UUID, Long> holders = new HashMap<>();
    under.forEach(t -> t.holders().forEach((id, n) -> holders.merge(id, n, Long::sum)));
    return new Line(
        kind,
        rule,
        its,
        sum(under, KeptTally::n),
        due,
        sum(under, KeptTally::second) - due,
        sum(under, KeptTally::held),
        sum(under, KeptTally::heldFirst),
        sum(under, KeptTally::other),
        under.stream().map(KeptTally::oldest).min(Instant::compareTo),
        under.stream().map(KeptTally::newest).max(Instant::compareTo),
        holders);
  }

  /** Returns the places that a rule governs; without a rule, those that none does. */
  public static List<RecordPlace> under(
      RecordKind kind,
      Optional<RetentionRule> rule,
      Retention schedule,
      Collection<RecordPlace> places) {
    return places.stream()
        .filter(place -> belongs(kind, place))
        .filter(place -> Objects.equals(schedule.governing(kind, place), rule))
        .toList();
  }

  static List<KeptTally> tallies(
      RecordKind kind, List<RecordPlace> places, Collection<KeptTally> tallies) {
    List<String> accounts = places.stream().map(RecordPlace::account).toList();
    return tallies.stream()
        .filter(t -> t.kind() == kind && accounts.contains(t.account()))
        .toList();
  }

  static long sum(List<KeptTally> of, ToLongFunction<KeptTally> n) {
    return of.stream().mapToLong(n).sum();
  }
}
