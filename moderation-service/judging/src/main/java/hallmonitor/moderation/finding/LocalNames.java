package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Names from the district's settings, so that detectors do not mistake them for something else.
 *
 * @param schoolsAndTeams words in the names of schools and teams; never counted as a violation
 * @param staff full names of employees; comments that speak in their name get a closer look
 * @param withheld full names of students with a family that refused publication; comments that name
 *     one go to review
 */
public record LocalNames(List<String> schoolsAndTeams, List<String> staff, List<String> withheld) {
  public static final LocalNames NONE = new LocalNames(List.of(), List.of());

  public LocalNames {
    schoolsAndTeams = List.copyOf(schoolsAndTeams);
    staff = List.copyOf(staff);
    withheld = List.copyOf(withheld);
  }

  public LocalNames(List<String> schoolsAndTeams, List<String> staff) {
    this(schoolsAndTeams, staff, List.of());
  }

  /** Returns a copy with the names of students who must not be named. */
  public LocalNames withholding(List<String> students) {
    return new LocalNames(schoolsAndTeams, staff, students);
  }

  /** Leaves out the names: children's names must not appear in logs. */
  @Override
  public String toString() {
    return "LocalNames[%d schools and teams, %d staff, %d withheld]"
        .formatted(schoolsAndTeams.size(), staff.size(), withheld.size());
  }
}
