package hallmonitor.notifier.answer;

import java.util.Optional;
import java.util.UUID;

/**
 * What a request says about the page besides the link.
 *
 * @param look the token that proves that words were opened in this browser; empty for none
 * @param open the case of the unfolded comment
 * @param picture the picture of it that is shown
 */
public record AnswerPageRequest(String look, Optional<UUID> open, Optional<UUID> picture) {
  public static final AnswerPageRequest FIRST = new AnswerPageRequest("", Optional.empty());

  /** Shows no picture. */
  public AnswerPageRequest(String look, Optional<UUID> open) {
    this(look, open, Optional.empty());
  }
}
