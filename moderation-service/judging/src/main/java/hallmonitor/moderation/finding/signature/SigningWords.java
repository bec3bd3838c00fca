package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.file.WordKinds;

/** The words that people use to sign and to say who they are. */
final class SigningWords {
  static final WordKinds WORDS = WordKinds.read("/lexicon/signing.txt");

  private SigningWords() {}
}
