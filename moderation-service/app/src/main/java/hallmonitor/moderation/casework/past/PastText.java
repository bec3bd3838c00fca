package hallmonitor.moderation.casework.past;

import java.time.Instant;
import java.util.Objects;

/**
 * One text of a post or of a comment, without its words.
 *
 * @param name the archive's name of the version or revision
 * @param at when it was first read, or read again after another text
 */
public record PastText(String name, Instant at) {
  public PastText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(at, "at");
  }
}
