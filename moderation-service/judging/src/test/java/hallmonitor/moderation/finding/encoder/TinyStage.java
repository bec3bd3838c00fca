package hallmonitor.moderation.finding.encoder;

import java.util.List;

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
    return afterScoutKeeping(EncoderStage.KEPT);
  }

  /**
   * The same.
   *
   * @param kept number of texts for which each model keeps its answers
   */
  static EncoderStage afterScoutKeeping(int kept) {
    return EncoderStage.in(List.of("/encoder/tiny-scout/", "/encoder/tiny-after-scout/"), kept)
        .orElseThrow();
  }
}
