package hallmonitor.moderation.casework;

import java.util.Locale;

/**
 * Converts constants to the spelling in the database and for people: {@code HIDE_ORDERED} is {@code
 * hide-ordered}.
 */
public final class EnumCodes {
  private EnumCodes() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Parses a constant.
   *
   * @throws IllegalArgumentException if no constant has this spelling
   */
  public static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
