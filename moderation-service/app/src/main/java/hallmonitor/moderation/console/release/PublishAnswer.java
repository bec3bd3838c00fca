package hallmonitor.moderation.console.release;

import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.finding.name.StudentName.Likeness;
import hallmonitor.moderation.store.release.WithheldStudent;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a student of a name may be published.
 *
 * @param until last day for which the answer holds; null if no day is known
 * @param about the only refusal that it is about; empty for several, or one in the file
 */
public record PublishAnswer(Kind kind, @Nullable LocalDate until, Optional<UUID> about) {
  /** The answers; all but the first two send the person to the office. */
  public enum Kind {
    MAY,
    MAY_NOT,
    /** Several students on the list have a name like this. */
    SEVERAL,
    /** A name on the list is almost like this. */
    SIMILAR,
    /** There was a refusal, and no one has said whether it still holds. */
    ENDED,
    /** Some names cannot be read, so nobody can say. */
    UNREADABLE
  }

  /** A refusal with its name in parts; without an id and an end if it is in the file. */
  private record Listed(StudentName name, Optional<WithheldStudent> entry) {
    boolean holdsOn(LocalDate day) {
      return entry.map(student -> student.holdsOn(day)).orElse(true);
    }
  }

  /**
   * Looks a name up. Pure.
   *
   * @param asked {@link StudentName#parts} of what someone typed
   * @param kept the list, those included that no longer hold
   * @param inFile names in the file, which hold without end
   * @param yearEnds last day of the school year
   */
  static PublishAnswer of(
      List<String> asked,
      List<WithheldStudent> kept,
      List<String> inFile,
      LocalDate today,
      LocalDate yearEnds) {
    List<Listed> same = alike(asked, kept, inFile, Likeness.SAME);
    List<Listed> holding = same.stream().filter(listed -> listed.holdsOn(today)).toList();
    if (holding.stream().map(Listed::name).distinct().count() > 1) {
      return new PublishAnswer(Kind.SEVERAL, null, Optional.empty());
    }
    if (!holding.isEmpty()) {
      return about(Kind.MAY_NOT, holding);
    }
    if (alike(asked, kept, inFile, Likeness.SIMILAR).stream().anyMatch(l -> l.holdsOn(today))) {
      return new PublishAnswer(Kind.SIMILAR, null, Optional.empty());
    }
    if (kept.stream().anyMatch(Predicate.not(WithheldStudent::isReadable))) {
      return new PublishAnswer(Kind.UNREADABLE, null, Optional.empty());
    }
    return same.isEmpty()
        ? new PublishAnswer(Kind.MAY, yearEnds, Optional.empty())
        : about(Kind.ENDED, same);
  }

  private static List<Listed> alike(
      List<String> asked, List<WithheldStudent> kept, List<String> inFile, Likeness likeness) {
    return Stream.concat(
            kept.stream()
                .filter(WithheldStudent::isReadable)
                .map(entry -> new Listed(StudentName.of(entry.name()), Optional.of(entry))),
            inFile.stream().map(name -> new Listed(StudentName.of(name), Optional.empty())))
        .filter(listed -> listed.name.likeness(asked) == likeness)
        .toList();
  }

  /** A student who is also in the file has no end: the file holds until someone changes it. */
  private static PublishAnswer about(Kind kind, List<Listed> same) {
    boolean ends = same.stream().allMatch(listed -> listed.entry.isPresent());
    List<WithheldStudent> entries = same.stream().flatMap(listed -> listed.entry.stream()).toList();
    return new PublishAnswer(
        kind,
        ends
            ? entries.stream().map(WithheldStudent::until).max(LocalDate::compareTo).orElseThrow()
            : null,
        entries.stream().map(WithheldStudent::id).findFirst());
  }

  public Sentence inShort() {
    return switch (kind) {
      case MAY -> Sentence.of("Yes");
      case MAY_NOT -> Sentence.of("No");
      default -> Sentence.of("Ask the office");
    };
  }
}
