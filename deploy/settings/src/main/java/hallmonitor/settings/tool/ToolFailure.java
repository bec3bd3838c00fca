package hallmonitor.settings.tool;

import java.util.Objects;

/** Thrown if a tool cannot do what was asked, with a sentence that says what to do. */
public final class ToolFailure extends RuntimeException {
  public ToolFailure(String sentence) {
    super(sentence);
  }

  /** Creates a failure with another failure's message, which is a sentence for people. */
  public static ToolFailure saying(Exception failure) {
    return new ToolFailure(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
  }
}
