package hallmonitor.notifier.evidence.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** {@code --checkpoints}: where the signed checkpoints are. */
final class CheckpointsOption {
  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description =
          "the signed checkpoints (evidence/checkpoints in the data folder; of a file: none)")
  private Path folder;

  Optional<Path> named() {
    return Optional.ofNullable(folder);
  }

  /**
   * As named; else as the service is told; else the local run's, where there is one.
   *
   * @param data the local run's data folder
   */
  Optional<Path> find(Path data, UnaryOperator<String> environment) {
    return named()
        .or(
            () ->
                Optional.ofNullable(environment.apply("HALLMONITOR_EVIDENCE_CHECKPOINTS_DIR"))
                    .map(Path::of))
        .or(() -> Optional.of(data.resolve("evidence").resolve("checkpoints")))
        .filter(Files::isDirectory);
  }
}
