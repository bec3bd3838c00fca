package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.store.guidance.Attestations.AttestationRound;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Building;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The staff of the buildings that the viewer sees.
 *
 * @param schoolYear its name
 * @param round null until everyone was asked in this school year
 * @param schools all of the district, for adding people
 * @param typed lines that were refused
 */
public record StaffOverview(
    String schoolYear,
    @Nullable AttestationRound round,
    List<StaffLine> lines,
    List<Building> schools,
    String typed,
    List<Sentence> mistakes) {
  /** The staff of one building. */
  public record StaffOfBuilding(String building, List<StaffLine> lines) {
    public List<StaffLine> getOpen() {
      return lines.stream().filter(StaffLine::isOpen).toList();
    }

    public long getAttested() {
      return lines.stream().filter(line -> !line.isOpen()).count();
    }
  }

  public List<StaffOfBuilding> getBuildings() {
    Map<String, List<StaffLine>> byBuilding =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.member().building(), TreeMap::new, Collectors.toList()));
    return byBuilding.entrySet().stream()
        .map(one -> new StaffOfBuilding(one.getKey(), one.getValue()))
        .toList();
  }
}
