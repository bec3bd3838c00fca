package hallmonitor.moderation.finding.encoder;

/** The second stage with the tests' encoder, which counts knives and losers and fails at a boom. */
final class TinyStage {
  static final String FOLDER = "/encoder/tiny/";

  private TinyStage() {}

  static EncoderStage open() {
    return EncoderStage.in(FOLDER).orElseThrow();
  }

  /** After a scout of its kind. */
  static EncoderStage afterScout() {
    return EncoderStage.in("/encoder/tiny-scout/", FOLDER).orElseThrow();
  }
}
