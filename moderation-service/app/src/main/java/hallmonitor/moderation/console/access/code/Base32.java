package hallmonitor.moderation.console.access.code;

/** RFC 4648 without padding, the form for typing a secret into an app. */
public final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = buffer << Byte.SIZE | next & 0xff;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt(buffer >>> held & 0x1f));
      }
    }
    if (held > 0) {
      text.append(ALPHABET.charAt(buffer << (BITS - held) & 0x1f));
    }
    return text.toString();
  }

  /** Groups characters by 4 for readability. */
  public static String grouped(String text, char between) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && i % 4 == 0) {
        groups.append(between);
      }
      groups.append(text.charAt(i));
    }
    return groups.toString();
  }
}
