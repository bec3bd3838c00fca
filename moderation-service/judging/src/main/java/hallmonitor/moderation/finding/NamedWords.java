package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Words that the district's policy names in addition to the shipped lists. Each entry is a whole
 * word, which also matches its plural, or a phrase.
 *
 * @param profanity counts as profanity
 * @param doubtful may be profanity or harmless; leads to review
 * @param allowed never counted as a violation by the lists
 */
public record NamedWords(List<String> profanity, List<String> doubtful, List<String> allowed) {
  public static final NamedWords NONE = new NamedWords(List.of(), List.of());

  /**
   * Score of profanity that the policy names. It hides if a clause says so, and is just below the
   * strongest shipped words.
   */
  public static final double PROFANE = 0.95;

  /** Score of doubtful words: too low to hide a comment or to raise the model's score. */
  public static final double DOUBTFUL = 0.6;

  public NamedWords {
    profanity = List.copyOf(profanity);
    doubtful = List.copyOf(doubtful);
    allowed = List.copyOf(allowed);
  }

  public NamedWords(List<String> profanity, List<String> allowed) {
    this(profanity, List.of(), allowed);
  }
}
