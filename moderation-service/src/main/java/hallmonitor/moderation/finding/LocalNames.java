package hallmonitor.moderation.finding;

import java.util.List;

/**
 * What the district says about itself, so that names are not taken for something else.
 *
 * @param schoolsAndTeams words of the schools' own names and teams: never held against anybody
 * @param staff full names of employees: comments that speak in their name are looked at more
 *     closely
 */
public record LocalNames(List<String> schoolsAndTeams, List<String> staff) {
  public static final LocalNames NONE = new LocalNames(List.of(), List.of());

  public LocalNames {
    schoolsAndTeams = List.copyOf(schoolsAndTeams);
    staff = List.copyOf(staff);
  }
}
