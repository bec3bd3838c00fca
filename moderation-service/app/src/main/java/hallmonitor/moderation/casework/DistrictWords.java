package hallmonitor.moderation.casework;

/**
 * Words that one of the district's files gives in both languages. Their text form is English, which
 * records and comparisons use.
 */
public record DistrictWords(String english, String spanish) implements CharSequence {
  /** Returns the English alone if there is no Spanish. */
  public static CharSequence of(String english, String spanish) {
    return spanish.isEmpty() ? english : new DistrictWords(english, spanish);
  }

  /** Returns words of a file, or of the program, as a reader of Spanish sees them. */
  public static CharSequence inSpanish(CharSequence words) {
    return words instanceof DistrictWords both ? both.spanish : words;
  }

  @Override
  public int length() {
    return english.length();
  }

  @Override
  public char charAt(int index) {
    return english.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return english.subSequence(start, end);
  }

  @Override
  public String toString() {
    return english;
  }
}
