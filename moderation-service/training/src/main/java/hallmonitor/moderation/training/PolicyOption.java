package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --policy}: the policy to judge with. */
final class PolicyOption {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "the policy to judge by (deploy/config/policy.yaml)")
  private Path file =
      Path.of(System.getProperty("hallmonitor.root", "."), "deploy/config/policy.yaml");

  /**
   * @throws hallmonitor.settings.yaml.InvalidFileException with all its mistakes
   */
  Policy read() throws IOException {
    return PolicyFile.read(Files.readString(file, UTF_8));
  }
}
