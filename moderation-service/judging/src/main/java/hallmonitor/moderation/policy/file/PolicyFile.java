package hallmonitor.moderation.policy.file;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Condition;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.lint.ClauseLint;
import hallmonitor.moderation.policy.lint.WordLint;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads policy.yaml and reports every mistake with its line and column. */
public final class PolicyFile {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
  private static final Set<String> KINDS = names(AccountKind.values());
  private static final Set<String> ROLES = names(Role.values());
  private static final int MOST_STRIKES = 100;
  private static final Consequence LOOK =
      new Consequence(PolicyOutcome.REVIEW, false, List.of(), Urgency.DIGEST, false);

  private enum Lane {
    DANGER
  }

  /** A condition and its place in the file. */
  private record Placed(YamlMapping at, Optional<Condition> condition) {}

  private final Set<String> ids = new HashSet<>();
  private final List<Clause> earlier = new ArrayList<>();
  private final WordLint wordLint;
  private final ClauseLint clauseLint;

  private PolicyFile(LocalNames names) {
    this.wordLint = new WordLint(names);
    this.clauseLint = new ClauseLint(names);
  }

  /**
   * Reads a policy without the district's names.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static Policy read(String text) {
    return read(text, LocalNames.NONE);
  }

  /**
   * Reads a policy.
   *
   * @param names names of the district's people and schools, which a policy must not target
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static Policy read(String text, LocalNames names) {
    return YamlFile.read("policy.yaml", text, root -> new PolicyFile(names).policy(root));
  }

  private Policy policy(YamlMapping root) {
    root.allow(clauseLint::key, "title", "words", "clauses", "otherwise");
    NamedWords words =
        root.mapping("words").map(m -> NamedWordsBlock.read(m, wordLint)).orElse(NamedWords.NONE);
    String title = root.text("title");
    List<Clause> clauses = root.list("clauses", this::clause);
    if (clauses.isEmpty()) {
      root.problem("clauses", "write at least one clause");
    }
    String otherwise = root.text("otherwise");
    List<String> keys = root.keys();
    if (root.has("otherwise") && !otherwise.equals("allow")) {
      root.problem("otherwise", "what no clause names must be allowed: write 'otherwise: allow'");
    } else if (root.has("otherwise") && !keys.get(keys.size() - 1).equals("otherwise")) {
      root.problem("otherwise", "'otherwise: allow' must be the last entry of the file");
    }
    return new Policy(title, clauses, words);
  }

  private Clause clause(YamlMapping m) {
    m.allow(clauseLint::key, "id", "title", "title-es", "wording", "wording-es", "when", "then");
    String id = m.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      m.problem("id", "a clause is numbered like 2.1, not '" + id + "'");
    } else if (!id.isEmpty() && !ids.add(id)) {
      m.problem("id", "clause '" + id + "' is there twice");
    }
    for (String key : List.of("title", "title-es", "wording", "wording-es")) {
      clauseLint.announces(m.text(key, "")).ifPresent(why -> m.problem(key, why));
    }
    List<Placed> when = m.list("when", this::condition);
    if (!m.has("when")) {
      m.problem("when", "'when' is missing, so clause '" + id + "' could never hold");
    }
    Optional<YamlMapping> then = m.mapping("then");
    if (then.isEmpty() && !m.has("then")) {
      m.problem("then", "'then' is missing: say what follows from clause '" + id + "'");
    }
    Consequence follows = then.map(PolicyFile::consequence).orElse(LOOK);
    List<Condition> conditions =
        when.stream().flatMap(placed -> placed.condition().stream()).toList();
    if (follows.outcome() != PolicyOutcome.REVIEW
        && conditions.stream().anyMatch(c -> c.strikes() > 0)) {
      m.problem(
          "then",
          "clause '"
              + id
              + "' counts earlier strikes, so it may only ask for a review: what somebody did"
              + " before is no ground for hiding or reporting what they say now");
      follows = LOOK;
    }
    Clause clause =
        new Clause(
            id,
            m.text("title"),
            m.optionalText("title-es").filter(title -> !title.isBlank()),
            m.text("wording"),
            m.optionalText("wording-es").filter(wording -> !wording.isBlank()),
            conditions,
            follows);
    if (clause.then().hide()) {
      when.forEach(this::mayHide);
    }
    coveredBy(clause)
        .ifPresent(
            other ->
                m.problem(
                    "when",
                    "clause '"
                        + id
                        + "' can never add anything: clause '"
                        + other.id()
                        + "' before it holds whenever it does, with the same consequence"));
    earlier.add(clause);
    return clause;
  }

  private void mayHide(Placed placed) {
    placed
        .condition()
        .flatMap(condition -> clauseLint.hidesAt(condition.atLeast()))
        .ifPresent(why -> placed.at().problem("at-least", why));
  }

  private Placed condition(YamlMapping m) {
    m.allow(clauseLint::key, "category", "at-least", "accounts", "strikes");
    String name = m.text("category");
    Optional<Category> category = Category.of(name).filter(Category.judged()::contains);
    if (category.isEmpty() && !name.isEmpty()) {
      String known =
          Category.judged().stream().map(Category::label).collect(Collectors.joining(", "));
      m.problem("category", "there is no category '" + name + "'; known are " + known);
    }
    m.text("at-least");
    double atLeast = m.number("at-least", 1, 0.01, 1);
    List<String> kinds = m.texts("accounts");
    if (m.has("accounts") && kinds.isEmpty()) {
      m.problem(
          "accounts", "no account is named, so this can never hold; leave 'accounts' out for all");
    }
    kinds.stream()
        .filter(kind -> !KINDS.contains(kind))
        .forEach(
            kind ->
                m.problem(
                    "accounts",
                    "there is no kind of account '"
                        + kind
                        + "'; known are "
                        + String.join(", ", KINDS)));
    double strikes = m.number("strikes", 0, 1, MOST_STRIKES);
    if (strikes != Math.rint(strikes)) {
      m.problem("strikes", "strikes are counted: write a whole number");
    }
    return new Placed(
        m,
        category.map(
            c -> new Condition(c, atLeast, Set.copyOf(new HashSet<>(kinds)), (int) strikes)));
  }

  private static Consequence consequence(YamlMapping m) {
    m.allow("hide", "review", "lane", "escalate", "strike");
    boolean hide = m.flag("hide", false);
    boolean review = m.flag("review", false);
    boolean strike = m.flag("strike", false);
    Optional<YamlMapping> escalation = m.mapping("escalate");
    List<String> roles = escalation.map(PolicyFile::roles).orElse(List.of());
    Urgency reviewed = m.has("lane") ? lane(m) : Urgency.DIGEST;
    Urgency urgency =
        escalation.map(e -> e.oneOf("urgency", Urgency.class, Urgency.SOON)).orElse(reviewed);
    if (m.has("lane") && (!review || hide || m.has("escalate"))) {
      m.problem("lane", "only a review has a lane: write review: true, without hide and escalate");
    }
    if (!hide && !review && !m.has("escalate")) {
      m.problem("hide", "nothing follows: write hide: true, review: true or escalate");
    }
    PolicyOutcome outcome =
        !roles.isEmpty()
            ? PolicyOutcome.ESCALATE
            : hide ? PolicyOutcome.HIDE : PolicyOutcome.REVIEW;
    return new Consequence(outcome, hide, roles, urgency, strike);
  }

  private static Urgency lane(YamlMapping m) {
    m.oneOf("lane", Lane.class, Lane.DANGER);
    return Urgency.IMMEDIATE;
  }

  private static List<String> roles(YamlMapping m) {
    m.allow("to", "urgency");
    m.text("urgency");
    List<String> roles = m.texts("to");
    if (roles.isEmpty()) {
      m.problem("to", "name at least one role that is told");
    }
    roles.stream()
        .filter(role -> !ROLES.contains(role))
        .forEach(
            role ->
                m.problem(
                    "to",
                    "there is no role '" + role + "'; known are " + String.join(", ", ROLES)));
    return roles;
  }

  private Optional<Clause> coveredBy(Clause clause) {
    return earlier.stream()
        .filter(e -> !clause.when().isEmpty() && e.then().equals(clause.then()))
        .filter(
            e ->
                clause.when().stream().allMatch(c -> e.when().stream().anyMatch(b -> covers(b, c))))
        .findFirst();
  }

  private static boolean covers(Condition broad, Condition narrow) {
    boolean allKinds = broad.accountKinds().isEmpty();
    boolean kinds =
        allKinds
            || (!narrow.accountKinds().isEmpty()
                && broad.accountKinds().containsAll(narrow.accountKinds()));
    return broad.category() == narrow.category()
        && broad.atLeast() <= narrow.atLeast()
        && broad.strikes() <= narrow.strikes()
        && kinds;
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(YamlMapping::nameOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
