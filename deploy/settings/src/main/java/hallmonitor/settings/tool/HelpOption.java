package hallmonitor.settings.tool;

import picocli.CommandLine.Option;

/** {@code --help}, which every tool has. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean asked;
}
