package hallmonitor.notifier.notice;

/** Makes hostile text harmless for display. */
public final class PlainText {
  private PlainText() {}

  /**
   * Returns one line that is safe in a mail header: no control characters (so no line break that
   * could start another header), no bidirectional or zero-width characters (so it reads as
   * written), no broken surrogates, and collapsed white space.
   *
   * @param longest most code points kept; longer text ends with an ellipsis
   */
  public static String line(String text, int longest) {
    return shortened(harmless(text, false).strip().replaceAll("\\s+", " "), longest);
  }

  /** Does the same as {@link #line} but keeps line breaks. */
  public static String paragraphs(String text, int longest) {
    return shortened(harmless(text, true).strip(), longest);
  }

  private static String harmless(String text, boolean keepLines) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL -> kept.append(keepLines && point == '\n' ? "\n" : " ");
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> kept.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> {
                  // dropped: these are invisible and change how the rest reads
                }
                default -> kept.appendCodePoint(point);
              }
            });
    return kept.toString();
  }

  private static String shortened(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }
}
