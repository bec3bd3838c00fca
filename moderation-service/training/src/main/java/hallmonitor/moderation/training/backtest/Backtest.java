package hallmonitor.moderation.training.backtest;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.stance.StanceRules;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import hallmonitor.moderation.policy.budget.ThresholdLint;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.training.archive.ArchiveAddress;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Replays past comments through a draft policy and the current one, and shows what changes. */
public final class Backtest {
  private final BacktestOptions options;
  private final UnaryOperator<String> environment;
  private final InputStream in;
  private final PrintStream errors;

  Backtest(
      BacktestOptions options,
      UnaryOperator<String> environment,
      InputStream in,
      PrintStream errors) {
    this.options = options;
    this.environment = environment;
    this.in = in;
    this.errors = errors;
  }

  /**
   * Warns of thresholds that make no sense on the present scale of scores.
   *
   * @throws InvalidFileException with the draft's mistakes
   */
  void check() {
    warnOfThresholds(policy(options.policy(), DistrictNames.of(district())).value());
  }

  private void warnOfThresholds(Policy draft) {
    List<ThresholdWarning> warnings = new ThresholdLint(ThresholdBudgets.shipped()).of(draft);
    warnings.forEach(warning -> errors.println("warning: " + warning.says()));
    if (!warnings.isEmpty()) {
      errors.println("warning: " + ThresholdLint.ADVICE);
    }
  }

  /**
   * @throws InvalidFileException with the mistakes of either policy, or of district.yaml
   * @throws ToolFailure if there is nothing to replay
   */
  Result run() throws IOException, SQLException {
    District district = district();
    LocalNames names = DistrictNames.of(district);
    WatchedFile.Version<Policy> draft = policy(options.policy(), names);
    warnOfThresholds(draft.value());
    WatchedFile.Version<Policy> inForce = policy(options.against(), names);
    try (History history = history(district)) {
      Optional<EncoderStage> encoder = options.stage().encoder();
      try {
        ModelDetector linear = StandardDetectors.model();
        ModelDetector model = encoder.map(linear::followedBy).orElse(linear);
        Function<NamedWords, Detectors> detectorsFor =
            words -> StandardDetectors.of(names, words, model);
        Detectors before = detectorsFor.apply(inForce.value().words());
        boolean sameWords = inForce.value().words().equals(draft.value().words());
        Detectors after = sameWords ? before : detectorsFor.apply(draft.value().words());
        return replay(
            history,
            side(options.against(), inForce, before),
            side(options.policy(), draft, after),
            new StanceRules(names),
            StandardDetectors.version(encoder.isPresent() ? EncoderStage.files() : List.of()));
      } finally {
        encoder.ifPresent(EncoderStage::close);
      }
    }
  }

  private Result replay(History history, Side inForce, Side draft, StanceRules stance, String model)
      throws IOException, SQLException {
    Tally tally = new Tally(inForce, draft, options.examples());
    BacktestProgress progress = new BacktestProgress(errors, history.size());
    new Replay(inForce, draft, stance, tally::add, progress::done).run(history);
    progress.end();
    return new Result(inForce, draft, history.name(), history.bad(), model, tally);
  }

  private static Side side(Path file, WatchedFile.Version<Policy> policy, Detectors detectors) {
    return new Side(file.toString(), policy.version(), policy.value(), detectors);
  }

  private District district() {
    return new WatchedFile<>(options.district(), DistrictFile::read).current().value();
  }

  private static WatchedFile.Version<Policy> policy(Path file, LocalNames names) {
    try {
      return new WatchedFile<>(file, text -> PolicyFile.read(text, names)).current();
    } catch (InvalidFileException e) {
      throw new ToolFailure(e.getMessage().replace("policy.yaml:", file + ":"));
    }
  }

  private History history(District district) throws IOException, SQLException {
    if (options.file().isPresent()) {
      String file = options.file().get();
      if (file.equals("-")) {
        return new CommentFile("standard input", in, errors);
      }
      try {
        return new CommentFile(
            file, new BufferedInputStream(new FileInputStream(file), 1 << 16), errors);
      } catch (IOException e) {
        throw new ToolFailure(file + " cannot be read; is it there and readable?");
      }
    }
    ArchiveAddress address = options.archive().address(environment);
    return new ArchivedComments(
        address.open(), "the archive at " + address.name(), district, options.archive().since());
  }
}
