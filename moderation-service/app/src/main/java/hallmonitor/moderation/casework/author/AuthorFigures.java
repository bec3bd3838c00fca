package hallmonitor.moderation.casework.author;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * How much an author wrote, and under which names. Nothing is summed up to a mark against anybody:
 * a comment without a case is only a comment.
 *
 * @param groups of all comments that were counted, each in one
 */
public record AuthorFigures(List<WrittenGroup> groups) {
  /** Nothing is counted. */
  public static final AuthorFigures NONE = new AuthorFigures(List.of());

  /** A comment without a case. */
  public static final String NO_CASE = "no-case";

  /** The begin of the codes of cases by state. */
  public static final String CASE = "case-";

  /**
   * A name and when it was used.
   *
   * @param number of comments
   */
  public record UsedName(String name, long number, Instant first, Instant last) {
    private UsedName and(WrittenGroup group) {
      return new UsedName(
          name,
          number + group.number(),
          group.first().isBefore(first) ? group.first() : first,
          group.last().isAfter(last) ? group.last() : last);
    }
  }

  public AuthorFigures {
    groups = List.copyOf(groups);
  }

  public long written() {
    return groups.stream().mapToLong(WrittenGroup::number).sum();
  }

  /** Returns the number of comments by kind: {@code comment} or {@code reply}. */
  public Map<String, Long> byKind() {
    return by(group -> group.reply() ? "reply" : "comment");
  }

  /** Returns the number of comments by their visibility. */
  public Map<String, Long> byVisibility() {
    return by(WrittenGroup::visibility);
  }

  /** Returns the number of comments by the state of their case. */
  public Map<String, Long> byCase() {
    return by(group -> group.caseState() == null ? NO_CASE : CASE + group.caseState());
  }

  private Map<String, Long> by(Function<WrittenGroup, String> code) {
    Map<String, Long> numbers = new TreeMap<>();
    groups.forEach(group -> numbers.merge(code.apply(group), group.number(), Long::sum));
    return numbers;
  }

  /** Returns the names, the one that was used last first. */
  public List<UsedName> names() {
    Map<String, UsedName> names = new TreeMap<>();
    for (WrittenGroup group : groups) {
      if (!group.name().isEmpty()) {
        names.merge(
            group.name(),
            new UsedName(group.name(), group.number(), group.first(), group.last()),
            (old, one) -> old.and(group));
      }
    }
    return names.values().stream()
        .sorted(Comparator.comparing(UsedName::last).reversed().thenComparing(UsedName::name))
        .toList();
  }

  /** Returns when the first comment was seen; empty without comments. */
  public Optional<Instant> first() {
    return groups.stream().map(WrittenGroup::first).min(Instant::compareTo);
  }

  /** Returns when the last comment was seen; empty without comments. */
  public Optional<Instant> last() {
    return groups.stream().map(WrittenGroup::last).max(Instant::compareTo);
  }

  /** Returns the ids of all cases. */
  public List<UUID> cases() {
    return groups.stream().flatMap(group -> group.cases().stream()).toList();
  }
}
