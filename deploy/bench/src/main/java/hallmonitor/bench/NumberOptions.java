package hallmonitor.bench;

import hallmonitor.settings.tool.ToolFailure;

/** Checks numbers of the command line before anything starts. */
public final class NumberOptions {
  private NumberOptions() {}

  /**
   * Checks a whole number.
   *
   * @throws ToolFailure if it is below the least, with the option's name
   */
  public static void atLeast(int least, String option, int given) {
    if (given < least) {
      throw new ToolFailure(
          "%s must be %s or more, not %d."
              .formatted(option, least == 0 ? "zero" : String.valueOf(least), given));
    }
  }

  /**
   * Checks a whole number.
   *
   * @throws ToolFailure if it is above the most, with the option's name
   */
  public static void atMost(int most, String option, int given) {
    if (given > most) {
      throw new ToolFailure("%s must be %d or less, not %d.".formatted(option, most, given));
    }
  }

  /**
   * Checks a share.
   *
   * @throws ToolFailure if it is not from 0 to 1, with the option's name
   */
  public static void share(String option, double given) {
    if (!(given >= 0 && given <= 1)) { // true for NaN, too
      throw new ToolFailure(option + " is a share from 0 to 1, not " + given + ".");
    }
  }
}
