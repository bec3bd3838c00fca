package hallmonitor.moderation.text.language;

import java.util.Arrays;

/** The languages that detectors tell apart. */
public enum Language {
  ENGLISH("en"),
  SPANISH("es"),
  /** English and Spanish in one comment. */
  MIXED("en+es"),
  /** A language that the detectors do not know: only word lists judge it. */
  OTHER("other"),
  /** Too short to tell, without words, or not examined. */
  UNKNOWN("");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Returns the stored code. */
  public String code() {
    return code;
  }

  /**
   * Looks up a language.
   *
   * @throws IllegalArgumentException if no language has this code
   */
  public static Language of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no language '" + code + "'"));
  }
}
