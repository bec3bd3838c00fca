package hallmonitor.moderation.console.policy;

import hallmonitor.contract.yaml.Problem;
import hallmonitor.contract.yaml.YamlMapping.Place;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A mistake of a draft, where it stands and at which field of a form it is mended.
 *
 * @param clause index of the clause; -1 for one that is in none
 * @param field as {@link WrittenClause#fields} names it; empty where no single field is wrong
 */
public record Mistake(int line, int column, String message, int clause, String field) {
  private static final int IN_NO_CLAUSE = -1;
  private static final String WORDS = "words";

  static List<Mistake> of(List<Problem> problems, Optional<WrittenPolicy> written) {
    List<WrittenClause> clauses = written.map(WrittenPolicy::clauses).orElse(List.of());
    return problems.stream().map(problem -> of(problem, clauses)).toList();
  }

  private static Mistake of(Problem problem, List<WrittenClause> clauses) {
    int clause = clause(problem, clauses);
    Place place = new Place(problem.line(), problem.column());
    boolean title = problem.message().startsWith("'title'");
    String field =
        clause >= 0
            ? clauses.get(clause).fields().getOrDefault(place, "")
            : problem.column() > 1 && !title ? WORDS : "";
    return new Mistake(problem.line(), problem.column(), problem.message(), clause, field);
  }

  /** What begins a line belongs to the file as a whole. */
  private static int clause(Problem problem, List<WrittenClause> clauses) {
    int found = IN_NO_CLAUSE;
    for (int i = 0; i < clauses.size() && problem.column() > 1; i++) {
      if (clauses.get(i).at().line() <= problem.line()) {
        found = i;
      }
    }
    return found;
  }

  public boolean isInClause() {
    return clause >= 0;
  }

  /** Whether it is about one of the policy's own words, which stand before its clauses. */
  public boolean isOfWords() {
    return field.equals(WORDS);
  }

  /** Such as {@code Line 12, column 5}. */
  public Sentence getPlace() {
    return line == 0
        ? Sentence.of("The whole file")
        : Sentence.of("Line {1}, column {2}", line, column);
  }
}
