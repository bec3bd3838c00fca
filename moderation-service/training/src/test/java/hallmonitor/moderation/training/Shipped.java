package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Everything that ships: rules, both stages, and the default policy. Loaded once for all tests. */
final class Shipped {
  static final EncoderStage SECOND_STAGE = EncoderStage.shipped().orElseThrow();

  private Shipped() {}

  static Detectors detectors(LocalNames names) {
    return StandardDetectors.of(names, StandardDetectors.model().followedBy(SECOND_STAGE));
  }

  static Policy policy() {
    try {
      return PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
