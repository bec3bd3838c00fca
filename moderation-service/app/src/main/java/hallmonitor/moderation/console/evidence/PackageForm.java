package hallmonitor.moderation.console.evidence;

import hallmonitor.moderation.console.evidence.StatedPurpose.Mistaken;
import hallmonitor.moderation.store.evidence.EvidencePackages.PackageWish;
import hallmonitor.moderation.store.evidence.EvidencePackages.Purpose;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a package, as it was filled in.
 *
 * @param kind {@code redacted} or {@code full}; empty if nothing is chosen yet
 * @param names of the students to leave out, one a line
 * @param stated what it is for
 */
public record PackageForm(UUID form, String kind, String names, StatedPurpose stated) {
  private static final String REDACTED = "redacted";
  private static final int MOST_STUDENTS = 500;
  private static final int LONGEST_NAMES = 40_000;

  static PackageForm empty() {
    return new PackageForm(UUID.randomUUID(), REDACTED, "", StatedPurpose.EMPTY);
  }

  static PackageForm of(
      @Nullable UUID form,
      @Nullable String kind,
      @Nullable String names,
      @Nullable String purpose,
      @Nullable String words) {
    return new PackageForm(
        form == null ? UUID.randomUUID() : form,
        StatedPurpose.text(kind),
        StatedPurpose.text(names),
        StatedPurpose.of(purpose, words));
  }

  public boolean isFull() {
    return kind.equals("full");
  }

  /**
   * Checks the input.
   *
   * @throws Mistaken if something is missing or wrong
   */
  PackageWish checked(UUID caseId, String by, String byName) {
    if (!isFull() && !kind.equals(REDACTED)) {
      throw new Mistaken(Sentence.of("Choose a redacted or a full package."));
    }
    Purpose purpose = stated.checked();
    int students = isFull() ? 0 : students();
    return new PackageWish(
        form,
        caseId,
        isFull() ? Optional.empty() : Optional.of(names),
        students,
        purpose,
        stated.words(),
        by,
        byName);
  }

  /** Counts the names as the maker of the package reads them. */
  private int students() {
    List<String> lines =
        names
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("\\|.*", ""))
            .filter(name -> name.chars().anyMatch(Character::isLetterOrDigit))
            .toList();
    if (lines.isEmpty()) {
      throw new Mistaken(
          Sentence.of(
              "Enter the students to leave out, one on each line, or choose a full package."));
    }
    if (lines.size() > MOST_STUDENTS || names.length() > LONGEST_NAMES) {
      throw new Mistaken(Sentence.of("Enter at most 500 students."));
    }
    return lines.size();
  }
}
