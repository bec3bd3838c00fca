package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The watched files that rules are built from.
 *
 * @param refusals names that the district must not publish, from a separate file
 */
record RuleFiles(
    WatchedFile<District> district,
    WatchedFile<Policy> policy,
    WatchedFile<List<String>> refusals) {

  /**
   * Reads the files.
   *
   * @param secrets folder of {@link RefusalFile#NAME}, because it names children
   * @throws InvalidFileException with the mistakes of all files
   */
  static RuleFiles read(Path folder, Path secrets) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<WatchedFile<District>> district =
        noting(
            problems, () -> new WatchedFile<>(folder.resolve("district.yaml"), DistrictFile::read));
    Supplier<LocalNames> names =
        () ->
            district.map(file -> DistrictNames.of(file.current().value())).orElse(LocalNames.NONE);
    Optional<WatchedFile<Policy>> policy =
        noting(
            problems,
            () ->
                new WatchedFile<>(
                    folder.resolve("policy.yaml"), text -> PolicyFile.read(text, names.get())));
    Optional<WatchedFile<List<String>>> refusals =
        noting(
            problems,
            () -> WatchedFile.optional(secrets.resolve(RefusalFile.NAME), RefusalFile::read));
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return new RuleFiles(district.orElseThrow(), policy.orElseThrow(), refusals.orElseThrow());
  }

  private static <T> Optional<T> noting(List<FileProblem> problems, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Adds listeners for changes; a change of only the policy has its own. */
  void onChange(Runnable anyOther, Runnable policyOnly) {
    district.onChange(next -> anyOther.run());
    policy.onChange(next -> policyOnly.run());
    refusals.onChange(next -> anyOther.run());
  }

  /** Checks all files again; cheap enough for once a second. */
  void refresh() {
    district.refresh();
    policy.refresh();
    refusals.refresh();
  }

  /**
   * Returns the district's names, with those that it must not publish.
   *
   * @param kept names to withhold beside those in the file
   */
  LocalNames names(List<String> kept) {
    return DistrictNames.of(district.current().value())
        .withholding(
            Stream.concat(refusals.current().value().stream(), kept.stream()).distinct().toList());
  }

  /** Returns mistakes on disk that keep older versions in use. */
  List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(district.problems());
    problems.addAll(policy.problems());
    problems.addAll(refusals.problems());
    return problems;
  }
}
