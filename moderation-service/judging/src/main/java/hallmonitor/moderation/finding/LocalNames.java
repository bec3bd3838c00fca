package hallmonitor.moderation.finding;

import java.util.List;

/**
 * What the district says about itself, so that names are not taken for something else.
 *
 * @param schoolsAndTeams words of the schools' own names and teams: never held against anybody
 * @param staff full names of employees: comments that speak in their name are looked at more
 *     closely
 * @param withheld full names of students whose families have refused publication: comments that
 *     name one are looked at
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

  /** The same, and these students must not be named. */
  public LocalNames withholding(List<String> students) {
    return new LocalNames(schoolsAndTeams, staff, students);
  }

  /** Children's names are in no log. */
  @Override
  public String toString() {
    return "LocalNames[%d schools and teams, %d staff, %d withheld]"
        .formatted(schoolsAndTeams.size(), staff.size(), withheld.size());
  }
}
