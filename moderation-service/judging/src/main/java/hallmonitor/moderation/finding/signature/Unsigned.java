package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.rule.RuleReading;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import hallmonitor.moderation.finding.scan.Cues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Authors who keep their name back on purpose. */
final class Unsigned {
  /**
   * Of a comment about which only its display name says so. The author may not have chosen it, and
   * signs nothing else; whether that is against the rules is the policy's to say.
   */
  static final double BY_NAME_ALONE = 0.6;

  private static final double SAID = 0.9;

  /** Somebody's name stands over it all the same. */
  private static final double BY_A_NAME = 0.4;

  private static final double LEAST = 0.5;

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:anonymous|anonim[oa]|anon|guest|invitad[oa]|user|usuari[oa]|facebook"
              + " ?user|deleted|unknown|desconocid[oa]|private|privad[oa]|throwaway|burner|ghost|nobody|nadie|no-?name|fake"
              + " name|hidden|temp|acct|account|cuenta|persona"
              + " privada|perfil)(?:[^a-z].{0,30})?|x{1,4}|[^a-z]{1,40}|(?:user|usuario|guest|anon)[0-9]{1,12}");

  /** What says so, in words. */
  private static final List<String> FILES = List.of("/patterns/unsigned.txt");

  /** One of these is in every text that the rules find. */
  private static final Cues CUES =
      new Cues(WORDS.of("unsigned-cue").stream().map(Ending::cue).toList());

  private final Rulebook rules = new Rulebook(FILES, new Vocabulary());

  /** Of a comment that is shown under a name, whatever name that is. */
  Optional<Finding> of(Comment comment, String detector) {
    if (CUES.isIn(comment.normalised().text()) && says(comment)) {
      boolean named = DisplayName.of(comment.author()).kind() == DisplayName.Kind.PERSON;
      return Optional.of(
          finding(
              named ? BY_A_NAME : SAID,
              detector,
              "Its author says that they keep their name back."));
    }
    return isNobody(comment.author())
        ? Optional.of(
            finding(
                BY_NAME_ALONE, detector, "Neither the display name nor the text names an author."))
        : Optional.empty();
  }

  private boolean says(Comment comment) {
    RuleReading reading = rules.read(comment);
    return reading.matches().stream().anyMatch(match -> reading.score(match) >= LEAST);
  }

  private static Finding finding(double score, String detector, String why) {
    return new Finding(Category.UNSIGNED, score, detector, List.of(), why);
  }

  private static boolean isNobody(String author) {
    return NOBODY.matcher(NameTokens.plain(author.strip())).matches();
  }
}
