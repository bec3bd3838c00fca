package hallmonitor.moderation.store.evidence;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.Capture.ThreadComment;
import hallmonitor.moderation.casework.CommentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The comments around one, nearest first: its ancestors, then those seen just before and after it
 * under the same post.
 *
 * @param isCut whether the post has more than are listed
 */
record ThreadAround(List<ThreadComment> nearestFirst, boolean isCut) {
  private static final int MOST = Capture.MOST_OF_THREAD;

  /** Most ancestors, to bound endless chains. */
  private static final int DEEPEST = 20;

  private static final String AROUND =
      """
      with recursive self as (
        select comment_id, parent_id, first_seen_at from comment where account = ? and comment_id = ?),
      chain(comment_id, parent_id, depth) as (
        select s.comment_id, s.parent_id, 0 from self s
        union
        select c.comment_id, c.parent_id, chain.depth + 1
        from chain join comment c on c.account = ? and c.comment_id = chain.parent_id
        where chain.depth < %1$d),
      near as (
        (select c.comment_id from comment c, self s
         where c.account = ? and c.post_id = ? and c.first_seen_at <= s.first_seen_at
         order by c.first_seen_at desc limit %2$d)
        union all
        (select c.comment_id from comment c, self s
         where c.account = ? and c.post_id = ? and c.first_seen_at > s.first_seen_at
         order by c.first_seen_at limit %2$d)
        union all
        select comment_id from chain)
      select c.comment_id, c.parent_id, c.author_name, c.latest_text, c.first_seen_at
      from (select n.comment_id, min(h.depth) as depth
            from near n left join chain h using (comment_id) group by n.comment_id) n
      join comment c on c.account = ? and c.comment_id = n.comment_id, self s
      where c.comment_id <> s.comment_id and c.disposal_id is null
      order by n.depth nulls last,
        abs(extract(epoch from c.first_seen_at - s.first_seen_at)), c.comment_id
      limit %3$d
      """
          .formatted(DEEPEST, MOST + 2, MOST + 1);

  static ThreadAround of(Connection connection, CommentKey key, String postId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AROUND)) {
      String account = key.account();
      String[] values = {account, key.id(), account, account, postId, account, postId, account};
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<ThreadComment> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new ThreadComment(
                  row.getString("comment_id"),
                  Optional.ofNullable(row.getString("parent_id")),
                  row.getString("author_name"),
                  row.getString("latest_text"),
                  row.getTimestamp("first_seen_at").toInstant()));
        }
      }
      return new ThreadAround(
          List.copyOf(found.subList(0, Math.min(MOST, found.size()))), found.size() > MOST);
    }
  }

  static List<ThreadComment> oldestFirst(List<ThreadComment> thread) {
    return thread.stream()
        .sorted(
            Comparator.comparing(ThreadComment::firstSeenAt)
                .thenComparing(c -> c.id().length())
                .thenComparing(ThreadComment::id))
        .toList();
  }
}
