package hallmonitor.moderation.casework;

import hallmonitor.moderation.text.NormalizedText;
import java.util.List;

/**
 * What the district asks before one of its posts goes out.
 *
 * @param approvers roles of the district's file; one of them approves a post in which the policy
 *     finds something
 * @param guidance topics that need an approval whatever the policy finds
 */
public record PostRules(List<String> approvers, List<Topic> guidance) {
  /** The roles that the district's guidelines name. */
  public static final List<String> ROLES =
      List.of("superintendent", "principal", "community-relations-specialist");

  public static final PostRules DEFAULT = new PostRules(ROLES, List.of());

  /**
   * A topic that asks for guidance first.
   *
   * @param name in English
   * @param spanishName empty if there is none
   * @param words words or phrases, each form by itself
   * @param ask roles; one of them approves
   */
  public record Topic(String name, String spanishName, List<String> words, List<String> ask) {
    public Topic {
      words = List.copyOf(words);
      ask = List.copyOf(ask);
    }

    boolean isIn(String plain) {
      return words.stream().anyMatch(word -> plain.contains(plain(word)));
    }
  }

  public PostRules {
    approvers = List.copyOf(approvers);
    guidance = List.copyOf(guidance);
  }

  /** Returns the topics of a text; whole words, without regard to case and accents. */
  public List<Topic> topicsIn(String text) {
    String plain = plain(text);
    return guidance.stream().filter(topic -> topic.isIn(plain)).toList();
  }

  private static String plain(String text) {
    return " " + NormalizedText.of(text).text().replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
