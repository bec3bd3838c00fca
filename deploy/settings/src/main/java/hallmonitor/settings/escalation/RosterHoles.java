package hallmonitor.settings.escalation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The times of a week in which a roster names nobody. Shifts of single days do not count. */
final class RosterHoles {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private RosterHoles() {}

  /** Returns each in words, such as {@code Friday 17:00 to Monday 07:00}. */
  static List<String> of(List<Shift> shifts) {
    BitSet covered = new BitSet(WEEK);
    for (Shift shift : shifts) {
      if (shift.isWeekly()) {
        shift.days().forEach(day -> cover(covered, day, shift));
      }
    }
    if (covered.isEmpty()) {
      return List.of("the whole week");
    }
    List<String> holes = new ArrayList<>();
    int first = covered.nextSetBit(0);
    // Around the end of the week from the first covered minute, so that a weekend is one hole.
    for (int at = first; at < first + WEEK; at++) {
      if (!covered.get(at % WEEK)) {
        int end = at;
        while (!covered.get(end % WEEK)) {
          end++;
        }
        holes.add(moment(at) + " to " + moment(end));
        at = end;
      }
    }
    return holes;
  }

  private static void cover(BitSet covered, DayOfWeek day, Shift shift) {
    int start = (day.getValue() - 1) * DAY + shift.from().toSecondOfDay() / 60;
    for (int minute = start; minute < start + shift.minutes(); minute++) {
      covered.set(minute % WEEK);
    }
  }

  private static String moment(int minute) {
    DayOfWeek day = DayOfWeek.of(minute % WEEK / DAY + 1);
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + LocalTime.ofSecondOfDay(minute % DAY * 60L);
  }
}
