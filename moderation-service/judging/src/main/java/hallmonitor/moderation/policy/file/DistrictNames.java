package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import java.util.ArrayList;
import java.util.List;

/** The names in district.yaml that detectors and policies need. */
public final class DistrictNames {
  private DistrictNames() {}

  public static LocalNames of(District district) {
    List<String> schoolsAndTeams = new ArrayList<>(district.mascots());
    schoolsAndTeams.add(district.name());
    district.buildings().forEach(building -> schoolsAndTeams.add(building.name()));
    return new LocalNames(schoolsAndTeams, district.people().stream().map(Person::name).toList());
  }
}
