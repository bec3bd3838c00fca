package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.PlatformNames;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names in district.yaml that detectors and policies need. */
public final class DistrictNames {
  /** Prefix of the key of an author that the platform knows; a guest's key does not have it. */
  private static final String BY_ID = "id:";

  private DistrictNames() {}

  /**
   * Returns what a display name is worth to a comment. Where names are free, a member who has
   * signed in does not write under any name: the display name is the member's account's.
   *
   * @param written the value in its event or its archived revision, such as {@code free}; empty for
   *     older ones without a value, which get the platform's default
   * @param authorKey the key used to count the author's strikes
   */
  public static AuthorNames shown(Optional<String> written, String platform, String authorKey) {
    AuthorNames names =
        AuthorNames.of(written.orElseGet(() -> YamlMapping.nameOf(PlatformNames.of(platform))))
            .orElseThrow();
    return names == AuthorNames.FREE && authorKey.startsWith(BY_ID) ? AuthorNames.HANDLES : names;
  }

  public static LocalNames of(District district) {
    List<String> schoolsAndTeams = new ArrayList<>(district.mascots());
    schoolsAndTeams.add(district.name());
    district.buildings().forEach(building -> schoolsAndTeams.add(building.name()));
    return new LocalNames(schoolsAndTeams, district.people().stream().map(Person::name).toList());
  }
}
