package hallmonitor.moderation.finding;

import java.util.List;

/**
 * Words that the district's own policy names, beside the lists that ship.
 *
 * @param profanity count as profanity: whole words and their plurals, or phrases
 * @param allowed are never held against anybody by the lists: whole words and their plurals, or
 *     phrases
 */
public record NamedWords(List<String> profanity, List<String> allowed) {
  public static final NamedWords NONE = new NamedWords(List.of(), List.of());

  /**
   * Named by the policy, so it hides by itself where a clause does so; just under the strongest of
   * the lists.
   */
  public static final double PROFANE = 0.95;

  public NamedWords {
    profanity = List.copyOf(profanity);
    allowed = List.copyOf(allowed);
  }
}
