package hallmonitor.moderation.text;

/** Defines what counts as a letter in normalized text. */
public final class LetterForms {
  private LetterForms() {}

  public static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c > 0x7f && Character.isLetter(c));
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetterOrDigit(char c) {
    return isLetter(c) || isDigit(c);
  }
}
