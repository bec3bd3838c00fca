package hallmonitor.settings.yaml;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Thrown for a file that cannot be used, with ALL its mistakes, so that they can be fixed in one
 * go.
 */
public final class InvalidFileException extends RuntimeException {
  private final transient List<FileProblem> problems;

  public InvalidFileException(List<FileProblem> problems) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All mistakes, one a line. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage(), "the constructor gives one");
  }

  /** Returns the mistakes in file order. */
  public List<FileProblem> problems() {
    return problems;
  }
}
