package hallmonitor.moderation.finding.encoder;

/**
 * The second stage with the tests' encoder, which counts "knife" and "loser" and fails at "boom".
 */
final class TinyStage {
  static final String FOLDER = "/encoder/tiny/";

  private TinyStage() {}

  static EncoderStage open() {
    return EncoderStage.in(FOLDER).orElseThrow();
  }

  /** Adds a scout of the same kind. */
  static EncoderStage afterScout() {
    return EncoderStage.in("/encoder/tiny-scout/", FOLDER).orElseThrow();
  }
}
