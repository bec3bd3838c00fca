package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Comment;
import java.util.Optional;

/**
 * A comment before any processing.
 *
 * @param author may be empty
 * @param post may be empty
 * @param parent empty if it answers none
 */
public record Posted(String text, String author, String post, String parent) {
  /** Processes it as the service does: normalization is part of what is measured. */
  Comment comment() {
    return Comment.of(text, author, post, Optional.of(parent).filter(p -> !p.isEmpty()), "school");
  }
}
