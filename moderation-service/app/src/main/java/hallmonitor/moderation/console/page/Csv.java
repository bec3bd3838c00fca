package hallmonitor.moderation.console.page;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV lines (RFC 4180). A cell that a spreadsheet would read as a formula gets a leading
 * apostrophe, so that it is always text (OWASP, CSV injection).
 */
public final class Csv {
  /** Start of a file, so that a spreadsheet reads it as UTF-8. */
  public static final String START = "\uFEFF";

  /** Some spreadsheets treat the full-width characters like the plain ones. */
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  /**
   * Writes a line.
   *
   * @param cells null for an empty one
   */
  public static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString().replace("\0", "");
    String safe = startsFormula(text) ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean startsFormula(String text) {
    String seen = text.stripLeading();
    return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        || !seen.isEmpty() && STARTS_A_FORMULA.indexOf(seen.charAt(0)) >= 0;
  }
}
