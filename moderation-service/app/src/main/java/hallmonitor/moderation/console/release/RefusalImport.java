package hallmonitor.moderation.console.release;

import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.store.release.MediaReleaseList.NewStudent;
import hallmonitor.moderation.store.release.WithheldStudent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import would do. Pure.
 *
 * @param planned in the order of the lines
 * @param until last day of the school year for which it is
 */
public record RefusalImport(List<Planned> planned, LocalDate until) {
  /** What happens with a line. */
  public enum Effect {
    ADD,
    /** It is on the list and gets a later end. */
    RENEW,
    /** It is on the list for as long already, or on a line above. */
    NOTHING
  }

  /**
   * A line.
   *
   * @param renews the entry with a later end; otherwise empty list
   */
  public record Planned(PastedStudents.Row row, Effect effect, List<UUID> renews) {
    public boolean isAdd() {
      return effect == Effect.ADD;
    }

    public boolean isRenew() {
      return effect == Effect.RENEW;
    }
  }

  public RefusalImport {
    planned = List.copyOf(planned);
  }

  static RefusalImport of(
      List<PastedStudents.Row> rows, List<WithheldStudent> list, LocalDate until) {
    Map<StudentName, WithheldStudent> known = new HashMap<>();
    list.stream()
        .filter(WithheldStudent::isReadable)
        .forEach(entry -> known.merge(StudentName.of(entry.name()), entry, RefusalImport::later));
    List<Planned> planned = new ArrayList<>();
    Map<StudentName, Integer> above = new HashMap<>();
    for (PastedStudents.Row row : rows) {
      StudentName name = StudentName.of(row.student().name());
      WithheldStudent entry = known.get(name);
      boolean again = above.putIfAbsent(name, row.line()) != null;
      if (again || entry != null && !entry.until().isBefore(until)) {
        planned.add(new Planned(row, Effect.NOTHING, List.of()));
      } else if (entry != null) {
        planned.add(new Planned(row, Effect.RENEW, List.of(entry.id())));
      } else {
        planned.add(new Planned(row, Effect.ADD, List.of()));
      }
    }
    return new RefusalImport(planned, until);
  }

  private static WithheldStudent later(WithheldStudent a, WithheldStudent b) {
    return a.until().isBefore(b.until()) ? b : a;
  }

  List<NewStudent> toAdd() {
    return planned.stream()
        .filter(Planned::isAdd)
        .map(p -> new NewStudent(p.row().student().name(), p.row().student().since(), until))
        .toList();
  }

  List<UUID> toRenew() {
    return planned.stream().flatMap(p -> p.renews().stream()).toList();
  }

  /** Returns whether there is anything to do. */
  public boolean isUseful() {
    return planned.stream().anyMatch(p -> p.effect() != Effect.NOTHING);
  }
}
