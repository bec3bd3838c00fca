package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.rule.Rulebook;
import hallmonitor.moderation.finding.rule.Vocabulary;
import java.util.List;

/** The shipped words, as the service reads them. */
final class ShippedLexicon {
  private ShippedLexicon() {}

  static LexiconDetector detector() {
    return new LexiconDetector(
        Lexicon.shipped(List.of(), NamedWords.NONE),
        new Rulebook(List.of("/patterns/contexts.txt"), new Vocabulary()));
  }
}
