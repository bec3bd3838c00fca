package hallmonitor.notifier.evidence.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --checkpoints}: the folder of the signed checkpoints. */
final class CheckpointsOption {
  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description =
          "the signed checkpoints (evidence/checkpoints in the data folder; of a file: none)")
  private @Nullable Path folder;

  Optional<Path> named() {
    return Optional.ofNullable(folder);
  }

  /**
   * Returns the given folder, otherwise the configured one of the service, otherwise the local
   * run's if there is one.
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
