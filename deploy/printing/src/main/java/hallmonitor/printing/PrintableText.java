package hallmonitor.printing;

import java.text.Bidi;

/**
 * Makes a text fully visible on a page: characters that the fonts lack, and those that a page would
 * hide (controls, invisible characters, direction changes), appear by their Unicode name.
 */
public final class PrintableText {
  private static final int JOINER = 0x200D;

  private PrintableText() {}

  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == ' ') {
        shown.append((char) c);
      } else if (c == '\t') {
        shown.append("    ");
      } else if (c == '\r') {
        if (i >= text.length() || text.charAt(i) != '\n') {
          shown.append('\n');
        }
      } else if (c == JOINER && i < text.length() && isEmoji(text.codePointAt(i))) {
        shown.append('+');
      } else if (!selectsVariant(c)) {
        shown.append(isHidden(c) || !DejaVu.has(c) ? named(c) : Character.toString(c));
      }
    }
    return shown.toString();
  }

  /** Returns {@code rtl} or {@code ltr}, from the first letter with a direction. */
  static String direction(String text) {
    boolean leftToRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    return leftToRight ? "ltr" : "rtl";
  }

  /** Returns whether it only says how to draw the emoji before it. */
  private static boolean selectsVariant(int c) {
    return c == 0xFE0E || c == 0xFE0F;
  }

  private static boolean isEmoji(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String named(int c) {
    String name = Character.isIdeographic(c) ? null : Character.getName(c);
    return name != null && Character.getType(c) != Character.SURROGATE
        ? "[" + name.replaceAll("[^ -~]", "") + "]"
        : "[U+%04X]".formatted(c);
  }
}
