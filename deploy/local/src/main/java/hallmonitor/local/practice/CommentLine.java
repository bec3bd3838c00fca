package hallmonitor.local.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal of comments.
 *
 * @param op {@code put} a comment, set its {@code status}, {@code edit} its text, {@code delete}
 *     it, or {@code next}: all ids below this one are used
 * @param at when the line was written, in milliseconds since 1970; 0 in lines of earlier versions
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
    int user,
    long at) {

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
        c.user(),
        0);
  }

  static CommentLine status(int id, CommentStatus status) {
    return new CommentLine("status", id, 0, 0, null, null, null, 0, null, status.wire(), 0, 0, 0);
  }

  static CommentLine edit(int id, String raw) {
    return new CommentLine("edit", id, 0, 0, null, null, null, 0, raw, null, 0, 0, 0);
  }

  static CommentLine delete(int id) {
    return new CommentLine("delete", id, 0, 0, null, null, null, 0, null, null, 0, 0, 0);
  }

  static CommentLine next(int id) {
    return new CommentLine("next", id, 0, 0, null, null, null, 0, null, null, 0, 0, 0);
  }

  CommentLine at(long millis) {
    return new CommentLine(
        op, id, post, parent, name, email, agent, time, raw, status, owner, user, millis);
  }
}
