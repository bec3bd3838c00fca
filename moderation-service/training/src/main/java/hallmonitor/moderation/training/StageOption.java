package hallmonitor.moderation.training;

import hallmonitor.moderation.finding.encoder.EncoderException;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.settings.tool.ToolFailure;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --stage}: whether the second stage scores what the first is unsure of. */
public final class StageOption {
  /** For completion. */
  static final class Stages extends java.util.ArrayList<String> {
    Stages() {
      super(List.of("1", "2"));
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int stage;

  @Option(
      names = "--stage",
      paramLabel = "1|2",
      completionCandidates = Stages.class,
      description = "without or with the second stage (with it, where the build has one)")
  private void stage(String given) {
    if (!new Stages().contains(given)) {
      throw new ParameterException(
          command.commandLine(), "--stage is 1 or 2, not '" + given + "'.");
    }
    stage = Integer.parseInt(given);
  }

  /**
   * Returns the second stage, which the caller closes; empty if none is wanted, or this build has
   * none.
   *
   * @throws ToolFailure if one was requested and is not available
   */
  public Optional<EncoderStage> encoder() {
    if (stage == 1) {
      return Optional.empty();
    }
    try {
      Optional<EncoderStage> shipped = EncoderStage.shipped();
      if (stage == 2 && shipped.isEmpty()) {
        throw new ToolFailure(
            "This build has no second stage; leave --stage out, or ask for --stage 1.");
      }
      return shipped;
    } catch (EncoderException e) {
      throw new ToolFailure(e.getMessage() + " Judge without the second stage by --stage 1.");
    }
  }
}
