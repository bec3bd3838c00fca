package hallmonitor.settings.tool;

import picocli.CommandLine.Option;

/** {@code --help}, which every tool has. */
final class HelpOption {
  /** Picocli answers it before anything reads this field. */
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean asked;
}
