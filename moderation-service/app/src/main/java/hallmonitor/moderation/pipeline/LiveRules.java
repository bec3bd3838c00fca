package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.policy.lint.WordLint;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The district's files and the detectors made for them; a change on disk is in force from the next
 * batch on.
 */
public final class LiveRules implements RuleSource {
  private static final System.Logger LOG = System.getLogger(LiveRules.class.getName());

  private final WatchedFile<District> district;
  private final WatchedFile<Policy> policy;
  private final WatchedFile<List<String>> refusals;
  private final BiFunction<LocalNames, NamedWords, Detectors> detectorsFor;
  private final String modelVersion;
  private volatile RuleSnapshot inForce;
  private volatile List<FileProblem> conflicts = List.of();

  private LiveRules(
      WatchedFile<District> district,
      WatchedFile<Policy> policy,
      WatchedFile<List<String>> refusals,
      BiFunction<LocalNames, NamedWords, Detectors> detectorsFor,
      String modelVersion) {
    this.district = district;
    this.policy = policy;
    this.refusals = refusals;
    this.detectorsFor = detectorsFor;
    this.modelVersion = modelVersion;
    this.inForce = rebuild();
    district.onChange(next -> inForce = rebuild());
    policy.onChange(next -> inForce = afterPolicyChange(next));
    refusals.onChange(next -> inForce = rebuild());
  }

  /**
   * Reads {@code district.yaml} and {@code policy.yaml}, and {@link RefusalFile#NAME} where there
   * is one.
   *
   * @param secrets where that file is: it names children
   * @param detectorsFor makes the detectors, which know the district's names and the policy's words
   * @param modelVersion hash of the model that they use
   * @throws InvalidFileException with the mistakes of all files
   */
  public static LiveRules read(
      Path folder,
      Path secrets,
      BiFunction<LocalNames, NamedWords, Detectors> detectorsFor,
      String modelVersion) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<WatchedFile<District>> district =
        watched(folder.resolve("district.yaml"), DistrictFile::read, problems);
    Supplier<LocalNames> names =
        () ->
            district.map(file -> DistrictNames.of(file.current().value())).orElse(LocalNames.NONE);
    Optional<WatchedFile<Policy>> policy =
        watched(
            folder.resolve("policy.yaml"), text -> PolicyFile.read(text, names.get()), problems);
    Optional<WatchedFile<List<String>>> refusals = Optional.empty();
    try {
      refusals =
          Optional.of(WatchedFile.optional(secrets.resolve(RefusalFile.NAME), RefusalFile::read));
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return new LiveRules(
        district.orElseThrow(),
        policy.orElseThrow(),
        refusals.orElseThrow(),
        detectorsFor,
        modelVersion);
  }

  private static <T> Optional<WatchedFile<T>> watched(
      Path path, Function<String, T> reader, List<FileProblem> problems) {
    try {
      return Optional.of(new WatchedFile<>(path, reader));
    } catch (InvalidFileException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  @Override
  public RuleSnapshot get() {
    return inForce;
  }

  @Override
  public RuleSnapshot knowing(Set<String> accounts) {
    RuleSnapshot now = inForce;
    if (accounts.stream().allMatch(account -> now.district().account(account).isPresent())) {
      return now;
    }
    refresh();
    return inForce;
  }

  private RuleSnapshot rebuild() {
    District next = district.current().value();
    LocalNames names = DistrictNames.of(next).withholding(refusals.current().value());
    NamedWords words = withoutNames(policy.current().value().words(), names);
    return inForce(next, policy.current(), detectorsFor.apply(names, words));
  }

  /** Making detectors takes a second, and most changes of a policy are not of its words. */
  private RuleSnapshot afterPolicyChange(WatchedFile.Version<Policy> next) {
    RuleSnapshot before = inForce;
    return next.value().words().equals(before.policy().words()) && conflicts.isEmpty()
        ? inForce(before.district(), next, before.detectors())
        : rebuild();
  }

  private RuleSnapshot inForce(
      District district, WatchedFile.Version<Policy> judging, Detectors detectors) {
    return new RuleSnapshot(district, judging.value(), judging.version(), detectors, modelVersion);
  }

  /**
   * A policy in force may name a word that a changed district makes somebody's name: the name wins
   * at once, and the word is a mistake to mend.
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

  /** Of an account, as policy files name it. */
  public String accountKind(String account) {
    return inForce.accountKind(account);
  }

  /** The names that no policy may turn against. */
  public LocalNames names() {
    return DistrictNames.of(district.current().value());
  }

  /** Of the policy in force; empty for a clause that it no longer has. */
  public Optional<Clause> clause(String id) {
    return policy.current().value().clauses().stream()
        .filter(clause -> clause.id().equals(id))
        .findFirst();
  }

  /** Mistakes on disk that keep an older version in force. */
  public List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>(district.problems());
    problems.addAll(policy.problems());
    problems.addAll(refusals.problems());
    problems.addAll(conflicts);
    return problems;
  }
}
