package hallmonitor.moderation.pipeline;

import hallmonitor.contract.district.District;
import hallmonitor.contract.district.DistrictFile;
import hallmonitor.contract.yaml.InvalidFileException;
import hallmonitor.contract.yaml.Problem;
import hallmonitor.contract.yaml.WatchedFile;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The district's files and the detectors made for them; a change on disk is in force from the next
 * batch on.
 */
public final class Rules implements Supplier<InForce> {
  private final WatchedFile<District> district;
  private final WatchedFile<Policy> policy;
  private final WatchedFile<List<String>> refusals;
  private final BiFunction<District, List<String>, Detectors> detectorsFor;
  private final String modelVersion;
  private volatile Detectors detectors;

  private Rules(
      WatchedFile<District> district,
      WatchedFile<Policy> policy,
      WatchedFile<List<String>> refusals,
      BiFunction<District, List<String>, Detectors> detectorsFor,
      String modelVersion) {
    this.district = district;
    this.policy = policy;
    this.refusals = refusals;
    this.detectorsFor = detectorsFor;
    this.modelVersion = modelVersion;
    makeDetectors();
    district.onChange(next -> makeDetectors());
    refusals.onChange(next -> makeDetectors());
  }

  private void makeDetectors() {
    detectors = detectorsFor.apply(district.current().value(), refusals.current().value());
  }

  /**
   * Reads {@code district.yaml} and {@code policy.yaml}.
   *
   * @param detectorsFor makes the detectors, which know the district's names
   * @param modelVersion hash of the model that they use
   * @throws InvalidFileException with the mistakes of both files
   */
  public static Rules read(
      Path folder, Function<District, Detectors> detectorsFor, String modelVersion) {
    return read(folder, folder, (district, refusals) -> detectorsFor.apply(district), modelVersion);
  }

  /**
   * The same, and {@link RefusalFile#NAME} where there is one.
   *
   * @param privateFolder where that file is: it names children
   * @param detectorsFor makes the detectors, which know the district's names and those of children
   *     who must not be named
   */
  public static Rules read(
      Path folder,
      Path privateFolder,
      BiFunction<District, List<String>, Detectors> detectorsFor,
      String modelVersion) {
    List<Problem> problems = new ArrayList<>();
    Optional<WatchedFile<District>> district =
        watched(folder.resolve("district.yaml"), DistrictFile::read, problems);
    Optional<WatchedFile<Policy>> policy =
        watched(folder.resolve("policy.yaml"), PolicyFile::read, problems);
    Optional<WatchedFile<List<String>>> refusals = Optional.empty();
    try {
      refusals =
          Optional.of(
              WatchedFile.optional(privateFolder.resolve(RefusalFile.NAME), RefusalFile::read));
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return new Rules(
        district.orElseThrow(),
        policy.orElseThrow(),
        refusals.orElseThrow(),
        detectorsFor,
        modelVersion);
  }

  private static <T> Optional<WatchedFile<T>> watched(
      Path path, Function<String, T> reader, List<Problem> problems) {
    try {
      return Optional.of(new WatchedFile<>(path, reader));
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  @Override
  public InForce get() {
    WatchedFile.Version<Policy> judging = policy.current();
    return new InForce(
        district.current().value(), judging.value(), judging.version(), detectors, modelVersion);
  }

  /** Looks at all files again; cheap enough for once a second. */
  public void refresh() {
    district.refresh();
    policy.refresh();
    refusals.refresh();
  }

  public WatchedFile<District> district() {
    return district;
  }

  public WatchedFile<Policy> policy() {
    return policy;
  }

  /** Of the policy in force; empty for a clause that it no longer has. */
  public Optional<Clause> clause(String id) {
    return policy.current().value().clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst();
  }

  /** Mistakes on disk that keep an older version in force. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(district.problems());
    problems.addAll(policy.problems());
    problems.addAll(refusals.problems());
    return problems;
  }
}
