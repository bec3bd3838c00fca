package hallmonitor.moderation.console.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lines of CSV as RFC 4180 has them. A cell that a spreadsheet would take for a formula starts with
 * an apostrophe, so that it is only ever text (OWASP, CSV injection).
 */
public final class Csv {
  /** What the file starts with, so that a spreadsheet reads its letters as UTF-8. */
  public static final String START = "\uFEFF";

  /** The full-width ones count as the plain ones in some spreadsheets. */
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  /**
   * @param cells null for an empty one
   */
  public static String line(Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(Object value) {
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
