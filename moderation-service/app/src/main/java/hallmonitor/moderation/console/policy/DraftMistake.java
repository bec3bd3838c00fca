package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.YamlMapping.Place;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/**
 * A mistake in a draft, with its place and the form field where it can be fixed.
 *
 * @param file another file that the draft conflicts with; empty for its own
 * @param clause index of the clause; -1 if none
 * @param field named as in {@link WrittenClause#fields}; empty if no single field is wrong
 * @param path to the wrong value; empty if there is none
 */
public record DraftMistake(
    String file, int line, int column, String message, int clause, String field, YamlPath path) {
  private static final int IN_NO_CLAUSE = -1;
  private static final String WORDS = "words";

  private static final YamlPath NOWHERE = YamlPath.of("?");

  static List<DraftMistake> of(
      String file,
      List<FileProblem> problems,
      Optional<WrittenPolicy> written,
      Optional<YamlText> text) {
    List<WrittenClause> clauses = written.map(WrittenPolicy::clauses).orElse(List.of());
    return problems.stream()
        .map(problem -> problem.file().equals(file) ? of(problem, clauses, text) : of(problem))
        .toList();
  }

  private static DraftMistake of(FileProblem elsewhere) {
    return new DraftMistake(
        elsewhere.file(),
        elsewhere.line(),
        elsewhere.column(),
        elsewhere.message(),
        IN_NO_CLAUSE,
        "",
        NOWHERE);
  }

  private static DraftMistake of(
      FileProblem problem, List<WrittenClause> clauses, Optional<YamlText> text) {
    int clause = clause(problem, clauses);
    Place place = new Place(problem.line(), problem.column());
    boolean title = problem.message().startsWith("'title'");
    String field =
        clause >= 0
            ? clauses.get(clause).fields().getOrDefault(place, "")
            : problem.column() > 1 && !title ? WORDS : "";
    YamlPath path = text.flatMap(t -> t.pathAt(problem.line(), problem.column())).orElse(NOWHERE);
    return new DraftMistake(
        "", problem.line(), problem.column(), problem.message(), clause, field, path);
  }

  /** A problem at the start of a line belongs to the whole file. */
  private static int clause(FileProblem problem, List<WrittenClause> clauses) {
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

  /** Returns whether it concerns the policy's own words, which come before its clauses. */
  public boolean isOfWords() {
    return field.equals(WORDS);
  }

  /** Returns a place such as {@code Line 12, column 5}. */
  public Sentence getPlace() {
    Sentence place =
        line == 0
            ? Sentence.of("The whole file")
            : Sentence.of("Line {1}, column {2}", line, column);
    return file.isEmpty() ? place : Sentence.of("{1}: {2}", file, place);
  }
}
