package hallmonitor.moderation.console.release;

import hallmonitor.moderation.console.SchoolYear;
import hallmonitor.moderation.store.release.WithheldStudent;
import java.text.Collator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The list as those see it who keep it.
 *
 * @param holding refusals that hold today, by name
 * @param ended refusals that no longer hold, which need a decision
 * @param inFile how many names the file holds beside it
 * @param ending how many end soon, with this school year
 */
public record RefusalListView(
    List<WithheldStudent> holding,
    List<WithheldStudent> ended,
    int inFile,
    long ending,
    SchoolYear year) {
  static RefusalListView of(
      List<WithheldStudent> all,
      int inFile,
      LocalDate today,
      SchoolYear year,
      Duration remindBefore) {
    Comparator<WithheldStudent> byName =
        Comparator.comparing(WithheldStudent::name, Collator.getInstance(Locale.ROOT));
    boolean soon = !today.plusDays(remindBefore.toDays()).isBefore(year.last());
    return new RefusalListView(
        all.stream().filter(s -> s.holdsOn(today)).sorted(byName).toList(),
        all.stream().filter(s -> !s.holdsOn(today)).sorted(byName).toList(),
        inFile,
        soon ? all.stream().filter(s -> s.until().equals(year.last())).count() : 0,
        year);
  }

  /** Returns how many names the key at hand does not open. */
  public long getUnreadable() {
    return holding.stream().filter(student -> !student.isReadable()).count();
  }

  public boolean isEmpty() {
    return holding.isEmpty() && ended.isEmpty();
  }
}
