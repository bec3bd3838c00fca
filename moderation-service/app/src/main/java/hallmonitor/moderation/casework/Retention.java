package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The district's records schedule: how long records are kept at least, by kind and place. Of the
 * rules that cover a record the most specific applies. What no rule covers is never disposed of.
 *
 * @param authority who must approve a disposal, in words such as {@code the records commission}
 * @param rules in the order of the file
 */
public record Retention(CharSequence authority, List<RetentionRule> rules) {
  /** Shortest period that a schedule sets for records of possible disputes. */
  public static final Period LEAST = Period.ofYears(1);

  /** The default: keeps everything. */
  public static final Retention FOR_EVER =
      new Retention(Sentence.of("the records commission"), List.of());

  /**
   * Two rules of the same rank that may cover the same record.
   *
   * @param later its index; the other is {@code earlier}
   */
  public record Tie(int later, int earlier) {}

  /**
   * Creates a schedule.
   *
   * @throws IllegalArgumentException if there are ties
   */
  public Retention {
    rules = List.copyOf(rules);
    if (!ties(rules).isEmpty()) {
      throw new IllegalArgumentException("two rules cover the same: " + ties(rules));
    }
  }

  /** Creates a schedule with one rule for all records of a kind. */
  public Retention(CharSequence authority, Map<RecordKind, Period> kept) {
    this(
        authority,
        new TreeMap<>(kept)
            .entrySet().stream()
                .map(
                    entry ->
                        new RetentionRule(
                            entry.getKey(),
                            RetentionReach.EVERYTHING,
                            Optional.of(entry.getValue()),
                            authority,
                            "",
                            ""))
                .toList());
  }

  /**
   * Returns the ties. A rule for a building and one for a kind of account tie, unless a third one
   * is for both.
   */
  public static List<Tie> ties(List<RetentionRule> rules) {
    List<Tie> ties = new ArrayList<>();
    for (int later = 0; later < rules.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (isTie(rules.get(later), rules.get(earlier), rules)) {
          ties.add(new Tie(later, earlier));
        }
      }
    }
    return ties;
  }

  private static boolean isTie(RetentionRule one, RetentionRule other, List<RetentionRule> rules) {
    if (one.kind() != other.kind()
        || one.reach().rank() != other.reach().rank()
        || !one.reach().overlaps(other.reach())) {
      return false;
    }
    RetentionReach both = one.reach().and(other.reach());
    return both.equals(one.reach())
        || rules.stream().noneMatch(r -> r.kind() == one.kind() && r.reach().equals(both));
  }

  /**
   * Returns the rule for the records of a kind at a place. If nobody knows the building and kind of
   * their account, it is the longest that may apply.
   */
  public Optional<RetentionRule> governing(RecordKind kind, RecordPlace place) {
    Optional<RetentionRule> best =
        rules.stream()
            .filter(rule -> rule.kind() == kind && rule.reach().covers(place))
            .max(Comparator.comparingInt(rule -> rule.reach().rank()));
    if (place.known() || best.isEmpty() || !best.get().reach().account().isEmpty()) {
      return best;
    }
    return rules.stream()
        .filter(rule -> rule.kind() == kind && rule.reach().mayCover(place))
        .max(RetentionRule.BY_TIME);
  }

  /** Returns a rule by its {@link RetentionRule#code code}. */
  public Optional<RetentionRule> rule(String code) {
    return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
  }

  /**
   * Returns one sentence that says why records up to a day may not be disposed of; empty if they
   * may.
   *
   * @param places where they are
   * @param before the first day that is kept
   */
  public Optional<Sentence> refusal(
      RecordKind kind, Collection<RecordPlace> places, LocalDate before, LocalDate today) {
    return places.stream()
        .flatMap(place -> refusal(kind, place, before, today).stream())
        .findFirst();
  }

  private Optional<Sentence> refusal(
      RecordKind kind, RecordPlace place, LocalDate before, LocalDate today) {
    Optional<RetentionRule> rule = governing(kind, place);
    Optional<LocalDate> latest = rule.flatMap(r -> r.latest(today));
    if (latest.isEmpty()) {
      return Optional.of(
          Sentence.of("No time limit is set for records of this kind, so they are kept forever."));
    }
    return latest
        .filter(before::isAfter)
        .map(
            day ->
                Sentence.of(
                    "Records of this kind are kept for {1}: choose {2} or an earlier day.",
                    inWords(rule.flatMap(RetentionRule::kept).orElseThrow()), day.toString()));
  }

  /** Returns words such as {@code 7 years}. */
  public static Sentence inWords(Period time) {
    int months = (int) time.toTotalMonths();
    if (months % 12 != 0) {
      return Sentence.of("{1} months", months);
    }
    return months == 12 ? Sentence.of("1 year") : Sentence.of("{1} years", months / 12);
  }
}
