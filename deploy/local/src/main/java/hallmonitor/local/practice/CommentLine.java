package hallmonitor.local.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal of comments.
 *
 * @param op {@code put} a comment, set its {@code status}, {@code edit} its text, {@code delete}
 *     it, or {@code next}: all ids below this one are used
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record CommentLine(
    String op,
    int id,
    int post,
    int parent,
    @Nullable String name,
    @Nullable String email,
    @Nullable String agent,
    long time,
    @Nullable String raw,
    @Nullable String status,
    long owner,
    int user) {

  static CommentLine put(PracticeComment c) {
    return new CommentLine(
        "put",
        c.id(),
        c.post(),
        c.parent(),
        c.name(),
        c.email(),
        c.agent(),
        c.epochSecond(),
        c.raw(),
        c.status().wire(),
        c.owner(),
        c.user());
  }

  static CommentLine status(int id, CommentStatus status) {
    return new CommentLine("status", id, 0, 0, null, null, null, 0, null, status.wire(), 0, 0);
  }

  static CommentLine edit(int id, String raw) {
    return new CommentLine("edit", id, 0, 0, null, null, null, 0, raw, null, 0, 0);
  }

  static CommentLine delete(int id) {
    return new CommentLine("delete", id, 0, 0, null, null, null, 0, null, null, 0, 0);
  }

  static CommentLine next(int id) {
    return new CommentLine("next", id, 0, 0, null, null, null, 0, null, null, 0, 0);
  }
}
