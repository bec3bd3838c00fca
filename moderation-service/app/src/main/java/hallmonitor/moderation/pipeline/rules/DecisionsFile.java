package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.DecisionRules;
import hallmonitor.moderation.casework.DecisionRules.Reason;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostRules;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads decisions.yaml and reports every mistake with its line and column. */
public final class DecisionsFile {
  public static final String NAME = "decisions.yaml";

  private static final int LONGEST_REASON = 500;
  private static final int MOST_A_DAY = 500;
  private static final Duration LONGEST_WAIT = Duration.ofDays(30);
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
  private static final Set<String> ROLES =
      Set.of(
          "moderator",
          "building-administrator",
          "account-administrator",
          "administrator",
          "records-officer");
  private static final Set<Proposal.Kind> OF_RECORDS =
      Set.of(Proposal.Kind.DISPOSE_RECORDS, Proposal.Kind.LIFT_HOLD, Proposal.Kind.RELEASE_RECORDS);
  private static final Set<String> KEEPERS = Set.of("administrator", "records-officer");

  private DecisionsFile() {}

  /**
   * Reads the file.
   *
   * @param text empty if there is no such file; then the defaults apply
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static DecisionRules read(String text) {
    return text.isBlank() ? DecisionRules.DEFAULT : YamlFile.read(NAME, text, DecisionsFile::rules);
  }

  private static DecisionRules rules(YamlMapping root) {
    root.allow(
        "confirm-within", "quality-sample", "second-person", "reasons", "retention", "posts");
    Duration within = root.duration("confirm-within", DecisionRules.DEFAULT.confirmWithin());
    if (within.toMinutes() < 1 || within.compareTo(LONGEST_WAIT) > 0) {
      root.problem("confirm-within", "a hide waits for a person from 1m to 30d");
    }
    double sample =
        root.number("quality-sample", DecisionRules.DEFAULT.samplePerDay(), 0, MOST_A_DAY);
    if (sample != Math.rint(sample)) {
      root.problem("quality-sample", "comments are counted: write a whole number");
    }
    Map<Proposal.Kind, Set<String>> approvers = new EnumMap<>(Proposal.Kind.class);
    root.mapping("second-person").ifPresent(m -> approvers(m, approvers));
    return new DecisionRules(
        within,
        (int) sample,
        approvers,
        root.list("reasons", DecisionsFile::reason),
        root.mapping("retention").map(RetentionSection::read).orElse(Retention.FOR_EVER),
        root.mapping("posts").map(PostRulesSection::read).orElse(PostRules.DEFAULT));
  }

  private static void approvers(YamlMapping m, Map<Proposal.Kind, Set<String>> approvers) {
    List<Proposal.Kind> kinds =
        Arrays.stream(Proposal.Kind.values()).filter(kind -> kind.ruledAs() == kind).toList();
    m.allow(kinds.stream().map(EnumCodes::of).toArray(String[]::new));
    for (Proposal.Kind kind : kinds) {
      String key = EnumCodes.of(kind);
      if (!m.has(key)) {
        continue;
      }
      List<String> roles = m.texts(key, role -> noRole(kind, role));
      if (roles.isEmpty()) {
        m.problem(key, "name at least one role that may be the second person");
      }
      approvers.put(kind, new HashSet<>(roles));
    }
  }

  private static Optional<String> noRole(Proposal.Kind kind, String role) {
    if (!ROLES.contains(role)) {
      return Optional.of(
          "there is no role '" + role + "'; known are " + String.join(", ", new TreeSet<>(ROLES)));
    }
    if (kind == Proposal.Kind.CHANGE_ACCESS && !DecisionRules.ADMINISTRATORS.contains(role)) {
      return Optional.of("only an administrator approves changes of access");
    }
    return OF_RECORDS.contains(kind) && !KEEPERS.contains(role)
        ? Optional.of("only an administrator or a records officer answers for records")
        : Optional.empty();
  }

  /** Parses months or years. */
  static Period time(String text) {
    int amount = Integer.parseInt(text.replaceFirst("[my]$", ""));
    if (amount < 0 || amount > 1_200 || !text.matches("[0-9]+[my]")) {
      throw new IllegalArgumentException(text);
    }
    return text.endsWith("y") ? Period.ofYears(amount) : Period.ofMonths(amount);
  }

  private static Reason reason(YamlMapping m) {
    m.allow("text", "clauses");
    String text = m.text("text");
    if (text.length() > LONGEST_REASON) {
      m.problem("text", "a reason has at most " + LONGEST_REASON + " characters");
    }
    List<String> clauses =
        m.texts(
            "clauses",
            id ->
                ID.matcher(id).matches()
                    ? Optional.empty()
                    : Optional.of("a clause is numbered like 2.1, not '" + id + "'"));
    if (m.has("clauses") && clauses.isEmpty()) {
      m.problem("clauses", "no clause is named; leave 'clauses' out for all");
    }
    return new Reason(text, new HashSet<>(clauses));
  }
}
