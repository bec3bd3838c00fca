package hallmonitor.messaging.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses that are written as numbers. Anything else is a name, and is never looked up. */
final class NumericAddress {
  private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final String FOUR = BYTE + "(?:\\." + BYTE + "){3}";

  /** At least one colon: Java takes such text for IPv6, or for a mistake. */
  private static final String SIX = "[0-9a-fA-F.]*:[0-9a-fA-F.:]*";

  private static final Pattern NUMERIC = Pattern.compile(FOUR + "|" + SIX);

  /** As some proxies write it, such as {@code 198.51.100.1:4711} and {@code [2001:db8::1]:4711}. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(" + FOUR + "):\\d{1,5}|\\[(" + SIX + ")](?::\\d{1,5})?");

  private NumericAddress() {}

  /** Returns the address; empty for anything else, also for one with a port. */
  static Optional<InetAddress> parse(String written) {
    try {
      return NUMERIC.matcher(written).matches()
          ? Optional.of(InetAddress.getByName(written))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Returns the text without spaces, brackets, and a port. */
  static String bare(String written) {
    String text = written.strip();
    Matcher found = WITH_PORT.matcher(text);
    if (!found.matches()) {
      return text;
    }
    String four = found.group(1);
    return four == null ? found.group(2) : four;
  }
}
