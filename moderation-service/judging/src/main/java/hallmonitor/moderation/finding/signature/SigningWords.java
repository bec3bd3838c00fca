package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.file.WordKinds;

/** The words by which people sign and say who they are. */
final class SigningWords {
  static final WordKinds WORDS = WordKinds.read("/lexicon/signing.txt");

  private SigningWords() {}
}
