package hallmonitor.settings.yaml;

/**
 * One mistake in a file.
 *
 * @param line from 1; 0 if it concerns the whole file
 * @param column from 1; 0 if it concerns the whole file
 * @param message one sentence that says what to do
 */
public record FileProblem(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
