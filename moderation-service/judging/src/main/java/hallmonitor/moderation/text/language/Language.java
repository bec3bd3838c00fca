package hallmonitor.moderation.text.language;

import java.util.Arrays;

/** What the detectors can be expected to know of a comment. */
public enum Language {
  ENGLISH("en"),
  SPANISH("es"),
  /** English and Spanish in one comment. */
  MIXED("en+es"),
  /** One that the detectors have not learnt: only the word lists judge it. */
  OTHER("other"),
  /** Too short to tell, or no words at all; or nobody looked. */
  UNKNOWN("");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** As it is stored. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException when there is none with this code
   */
  public static Language of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no language '" + code + "'"));
  }
}
