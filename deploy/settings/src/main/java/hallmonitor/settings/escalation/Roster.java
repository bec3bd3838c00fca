package hallmonitor.settings.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is on call when.
 *
 * @param id unique in the file
 * @param buildings ids; empty for all
 * @param shifts the first that covers a time holds
 */
public record Roster(String id, Set<String> buildings, List<Shift> shifts) {
  public Roster {
    buildings = Set.copyOf(buildings);
    shifts = List.copyOf(shifts);
  }

  public boolean isFor(String building) {
    return buildings.isEmpty() || buildings.contains(building);
  }

  /**
   * Returns who is on call; empty at a time that the district leaves to the chain.
   *
   * @param holidays of the district
   */
  public Optional<Shift> at(Instant now, ZoneId zone, Set<LocalDate> holidays) {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    return shifts.stream().filter(shift -> shift.covers(local, holidays)).findFirst();
  }
}
