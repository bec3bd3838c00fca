package hallmonitor.settings.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used, with ALL of its mistakes, so that they can be mended in one go. */
public final class InvalidFileException extends RuntimeException {
  private final transient List<FileProblem> problems;

  public InvalidFileException(List<FileProblem> problems) {
    super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** In the order of the file. */
  public List<FileProblem> problems() {
    return problems;
  }
}
