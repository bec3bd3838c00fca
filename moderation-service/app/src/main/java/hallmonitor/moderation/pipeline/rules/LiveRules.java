package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import hallmonitor.moderation.policy.budget.ThresholdLint;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.lint.WordLint;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The district's files and the detectors built for them. A change on disk takes effect with the
 * next batch.
 */
public final class LiveRules implements RuleSource {
  private static final System.Logger LOG = System.getLogger(LiveRules.class.getName());
  private static final ThresholdLint LINT = new ThresholdLint(ThresholdBudgets.shipped());

  private final Path folder;
  private final RuleFiles files;
  private final RefusalSource kept;
  private final BiFunction<LocalNames, NamedWords, Detectors> detectorsFor;
  private final String modelVersion;
  private final Object building = new Object();
  private volatile RuleSnapshot snapshot;
  private volatile List<FileProblem> conflicts = List.of();
  private volatile List<ThresholdWarning> warnings = List.of();
  private String warnedOf = "";

  private LiveRules(
      Path folder,
      RuleFiles files,
      RefusalSource kept,
      BiFunction<LocalNames, NamedWords, Detectors> detectorsFor,
      String modelVersion) {
    this.folder = folder;
    this.files = files;
    this.kept = kept;
    this.detectorsFor = detectorsFor;
    this.modelVersion = modelVersion;
    kept.refresh(today());
    this.snapshot = rebuild();
    files.onChange(() -> build(this::rebuild), () -> build(this::afterPolicyChange));
  }

  /**
   * Reads {@code district.yaml}, {@code policy.yaml}, and optionally {@link RefusalFile#NAME}.
   *
   * @param secrets folder of that file, because it names children
   * @param kept names beside those in the file
   * @param detectorsFor builds the detectors from the district's names and the policy's words
   * @param modelVersion hash of their model
   * @throws InvalidFileException with the mistakes of all files
   */
  public static LiveRules read(
      Path folder,
      Path secrets,
      RefusalSource kept,
      BiFunction<LocalNames, NamedWords, Detectors> detectorsFor,
      String modelVersion) {
    return new LiveRules(folder, RuleFiles.read(folder, secrets), kept, detectorsFor, modelVersion);
  }

  @Override
  public RuleSnapshot get() {
    return snapshot;
  }

  @Override
  public RuleSnapshot knowing(Set<String> accounts) {
    RuleSnapshot now = snapshot;
    if (accounts.stream().allMatch(account -> now.district().account(account).isPresent())) {
      return now;
    }
    refresh();
    return snapshot;
  }

  /** One after the other, or what was built from older names could replace what is newer. */
  private void build(Supplier<RuleSnapshot> next) {
    synchronized (building) {
      snapshot = next.get();
    }
  }

  private RuleSnapshot rebuild() {
    LocalNames names = files.names(kept.names());
    NamedWords words = withoutNames(files.policy().current().value().words(), names);
    return with(files.district().current().value(), detectorsFor.apply(names, words));
  }

  /**
   * Reuses detectors if possible: building them takes a second, and most policy changes do not
   * change words.
   */
  private RuleSnapshot afterPolicyChange() {
    NamedWords words = files.policy().current().value().words();
    return words.equals(snapshot.policy().words()) && conflicts.isEmpty()
        ? with(snapshot.district(), snapshot.detectors())
        : rebuild();
  }

  private RuleSnapshot with(District district, Detectors detectors) {
    WatchedFile.Version<Policy> policy = files.policy().current();
    warnOfThresholds(policy);
    return new RuleSnapshot(district, policy.value(), policy.version(), detectors, modelVersion);
  }

  /** Warns once for each version, at the start and when the file changes. */
  private synchronized void warnOfThresholds(WatchedFile.Version<Policy> policy) {
    if (policy.version().equals(warnedOf)) {
      return;
    }
    warnedOf = policy.version();
    warnings = LINT.of(policy.value());
    warnings.forEach(w -> LOG.log(System.Logger.Level.WARNING, "policy.yaml: {0}", w.says()));
    if (!warnings.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "policy.yaml: {0}", ThresholdLint.ADVICE);
    }
  }

  /**
   * A word of the current policy may become a name when the district's file changes. The name wins
   * immediately, and the word is reported as a mistake.
   */
  private NamedWords withoutNames(NamedWords words, LocalNames names) {
    WordLint lint = new WordLint(names);
    conflicts =
        Stream.concat(words.profanity().stream(), words.doubtful().stream())
            .flatMap(word -> lint.profanity(word).stream())
            .map(why -> new FileProblem("policy.yaml", 0, 0, why))
            .toList();
    conflicts.forEach(conflict -> LOG.log(System.Logger.Level.ERROR, "{0}", conflict));
    return new NamedWords(
        without(words.profanity(), lint), without(words.doubtful(), lint), words.allowed());
  }

  private static List<String> without(List<String> words, WordLint lint) {
    return words.stream().filter(word -> lint.profanity(word).isEmpty()).toList();
  }

  /** Checks all files and the kept names again; cheap enough for once a second. */
  public void refresh() {
    synchronized (building) {
      if (kept.refresh(today())) {
        snapshot = rebuild();
      }
    }
    files.refresh();
  }

  private LocalDate today() {
    return LocalDate.now(files.district().current().value().timeZone());
  }

  /** Returns the names in {@link RefusalFile#NAME}, for those who ask about one student. */
  public List<String> refusalsInFile() {
    return files.refusals().current().value();
  }

  /** Returns the folder of the district's files. */
  public Path folder() {
    return folder;
  }

  public WatchedFile<District> district() {
    return files.district();
  }

  public WatchedFile<Policy> policy() {
    return files.policy();
  }

  /** Returns an account's kind, named as in policy files. */
  public String accountKind(String account) {
    return snapshot.accountKind(account);
  }

  /** Returns the names that a policy must not target. */
  public LocalNames names() {
    return DistrictNames.of(district().current().value());
  }

  /** Returns a clause of the current policy; empty if it no longer has it. */
  public Optional<Clause> clause(String id) {
    return policy().current().value().clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst();
  }

  /** Returns thresholds of the current policy that make no sense on the present scale of scores. */
  public List<ThresholdWarning> thresholdWarnings() {
    return warnings;
  }

  /** Returns mistakes on disk that keep older versions in use. */
  public List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(files.problems());
    problems.addAll(kept.problems());
    problems.addAll(conflicts);
    return problems;
  }
}
