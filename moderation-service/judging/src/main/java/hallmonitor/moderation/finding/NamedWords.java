package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Words that the district's own policy names, beside the lists that ship.
 *
 * @param profanity count as profanity: whole words and their plurals, or phrases
 * @param doubtful may be profanity, and may as well be harmless: a person looks
 * @param allowed are never held against anybody by the lists: whole words and their plurals, or
 *     phrases
 */
public record NamedWords(List<String> profanity, List<String> doubtful, List<String> allowed) {
  public static final NamedWords NONE = new NamedWords(List.of(), List.of());

  /**
   * Named by the policy, so it hides by itself where a clause does so; just under the strongest of
   * the lists.
   */
  public static final double PROFANE = 0.95;

  /** Too little to hide, and to make the statistical model's answer surer. */
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
