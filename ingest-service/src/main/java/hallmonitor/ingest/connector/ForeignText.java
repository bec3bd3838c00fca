package hallmonitor.ingest.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CredentialResult.Identity;

/** Text that a platform sent, so that it can be stored and shown whatever it holds. */
public final class ForeignText {
  private static final int LONGEST_NAME = 200;

  private ForeignText() {}

  /** Returns an identity that can be stored and shown. */
  public static Identity clean(Identity one) {
    return new Identity(line(one.id(), LONGEST_NAME), line(one.name(), LONGEST_NAME), one.kind());
  }

  /** Replaces what databases refuse: control characters, and halves of characters. */
  public static String clean(String text) {
    return new String(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").getBytes(UTF_8), UTF_8)
        .strip();
  }

  /** Returns the same in one line, cut to a length. */
  public static String line(String text, int most) {
    return beginning(clean(text).replaceAll("\\s+", " "), most);
  }

  /** Cuts a text, but no character in half. */
  public static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
