package hallmonitor.moderation.finding;

import hallmonitor.moderation.wording.Sentence;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How the statistical model reads a comment as a whole, in sentences. */
public final class ModelReading {
  private static final Sentence A_PERSON_DECIDES = Sentence.of("So a person decides.");

  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?]) (?=\\p{Lu})");

  /** Phrases for a category, by its English name. */
  private static final Map<String, Sentence> SAID = new HashMap<>();

  private static final Map<Category, String> MARKED = new EnumMap<>(Category.class);
  private static final Map<Category, String> UNMARKED = new EnumMap<>(Category.class);
  private static final Map<Category, String> UNLIKE = new EnumMap<>(Category.class);

  static {
    for (Category category : Category.values()) {
      Sentence like = like(category);
      MARKED.put(
          category,
          known(
              Sentence.of(
                  "As a whole it reads like comments that {1}; the marked words weighed most.",
                  like)));
      UNMARKED.put(
          category, known(Sentence.of("As a whole it reads like comments that {1}.", like)));
      UNLIKE.put(
          category,
          known(Sentence.of("As a whole it does not read like comments that {1}.", like)));
    }
  }

  private ModelReading() {}

  private static String known(Sentence sentence) {
    String english = sentence.toString();
    SAID.put(english, sentence);
    return english;
  }

  /**
   * Returns that a comment reads like those of a category.
   *
   * @param marked whether the words that weighed most are marked
   */
  static String of(Category category, boolean marked) {
    return (marked ? MARKED : UNMARKED).getOrDefault(category, "");
  }

  /** Returns that a comment does not read like those of a category. */
  static String unlike(Category category) {
    return UNLIKE.getOrDefault(category, "");
  }

  /** Returns a rule's reason, followed by the reason of the model, which doubts it. */
  static String doubting(String rule, String model) {
    return rule + " " + model + " " + A_PERSON_DECIDES;
  }

  /**
   * Returns a finding's reason in parts that a page can say in the reader's language: what the
   * model says of the whole comment, and each sentence of a rule or a detector.
   */
  public static Sentence why(Finding finding) {
    return why(finding.why());
  }

  /** Returns the same of a reason that stands elsewhere. */
  public static Sentence why(String reason) {
    return BETWEEN_SENTENCES
        .splitAsStream(reason)
        .map(ModelReading::read)
        .reduce(Sentence.NONE, Sentence::and);
  }

  private static Sentence read(String part) {
    Sentence said = SAID.get(part);
    return said != null
        ? said
        : PileOnReason.read(part)
            .or(() -> KnownPictureReason.read(part))
            .orElseGet(() -> Sentence.ofReason(part));
  }

  private static Sentence like(Category category) {
    return switch (category) {
      case PROFANITY -> Sentence.of("swear");
      case THREAT -> Sentence.of("threaten somebody");
      case THREAT_REPORT -> Sentence.of("warn of harm that somebody plans");
      case BULLYING -> Sentence.of("attack somebody as a person");
      case HATE -> Sentence.of("attack people for who they are");
      case SEXUAL -> Sentence.of("make sexual remarks");
      case SELF_HARM -> Sentence.of("speak of suicide or self-harm");
      case ABUSE_DISCLOSURE -> Sentence.of("tell of abuse or neglect");
      case CONFIDENTIAL -> Sentence.of("make somebody's private affairs public");
      case FALSE_SIGNATURE, UNSIGNED -> Sentence.of("are not signed by their author");
      case SPAM -> Sentence.of("advertise or beg for clicks");
      case DETECTOR_FAILURE -> Sentence.of("could not be read");
    };
  }
}
