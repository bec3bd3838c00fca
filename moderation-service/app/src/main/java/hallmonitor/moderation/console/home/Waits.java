package hallmonitor.moderation.console.home;

/** Waits in symbols that are the same in every language of the console. */
final class Waits {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final long DAY = 86_400;

  private Waits() {}

  /**
   * Returns one unit for short waits and two for long ones: "4 min", "2 h 10 min", "3 d".
   *
   * @param seconds 0 or more
   */
  static String inWords(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return "< 1 min";
    }
    if (whole < HOUR) {
      return whole / MINUTE + " min";
    }
    if (whole < DAY) {
      long minutes = whole / MINUTE % MINUTE;
      return whole / HOUR + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }
    return whole / DAY + " d";
  }
}
