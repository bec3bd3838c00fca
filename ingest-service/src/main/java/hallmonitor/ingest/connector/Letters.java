package hallmonitor.ingest.connector;

/**
 * A text reduced to its letters and digits. A platform may set other marks than were sent, such as
 * quotes and dashes, so an earlier reply is known by these.
 */
public final class Letters {
  private Letters() {}

  public static String of(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
