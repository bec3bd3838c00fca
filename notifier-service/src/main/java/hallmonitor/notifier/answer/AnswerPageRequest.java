package hallmonitor.notifier.answer;

import java.util.Optional;
import java.util.UUID;

/**
 * What a request says about the page besides the link.
 *
 * @param look the sign that this browser had words shown; empty for none
 * @param open the case whose comment is unfolded
 * @param picture the picture of it that is shown
 */
public record AnswerPageRequest(String look, Optional<UUID> open, Optional<UUID> picture) {
  public static final AnswerPageRequest FIRST = new AnswerPageRequest("", Optional.empty());

  /** Shows no picture. */
  public AnswerPageRequest(String look, Optional<UUID> open) {
    this(look, open, Optional.empty());
  }
}
