package hallmonitor.messaging;

import java.util.regex.Pattern;

/**
 * Keeps what a service logs on one line: a value with a line break could look like another message.
 */
public final class LogLines {
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\t]]");

  private LogLines() {}

  /** Returns whether a message would not stay on one line, or change how a terminal shows it. */
  public static boolean needsEncoding(String message) {
    return CONTROL.matcher(message).find();
  }

  /** Writes line breaks and other control characters as Java escapes. */
  public static String encoded(String message) {
    return CONTROL.matcher(message).replaceAll(found -> "\\\\" + escape(found.group().charAt(0)));
  }

  /**
   * Returns what to log of an exception, so that only lines of the trace itself begin a line: the
   * exception, or the same trace with the text of each part encoded.
   */
  public static Throwable encoded(Throwable thrown) {
    return OneLineFailure.of(thrown);
  }

  private static String escape(char control) {
    return switch (control) {
      case '\n' -> "n";
      case '\r' -> "r";
      default -> "u%04x".formatted((int) control);
    };
  }
}
