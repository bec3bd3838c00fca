package hallmonitor.settings.tool;

/** Thrown if a tool cannot do what was asked, with a sentence that says what to do. */
public final class ToolFailure extends RuntimeException {
  public ToolFailure(String sentence) {
    super(sentence);
  }
}
