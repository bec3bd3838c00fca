package hallmonitor.moderation.finding;

import java.util.List;

/** The words that ship, as the service reads them. */
final class ShippedLexicon {
  private ShippedLexicon() {}

  static LexiconDetector detector() {
    return new LexiconDetector(
        new Lexicon(
            StandardDetectors.LEXICONS, StandardDetectors.INNOCENT, List.of(), NamedWords.NONE),
        new Rulebook(List.of("/patterns/contexts.txt")));
  }
}
