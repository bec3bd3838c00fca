package hallmonitor.moderation.store.evidence;

/** Computes the size of a text within an event. */
final class JsonSize {
  private JsonSize() {}

  /**
   * Returns the bytes of the text as a JSON string in UTF-8 with escapes, without quotation marks.
   */
  static long of(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += of(text.charAt(i));
    }
    return bytes;
  }

  private static int of(char c) {
    if (c < ' ') {
      return 6;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    // Half of a pair is two of the four bytes of its character.
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
