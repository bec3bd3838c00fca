package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostState;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads judged posts. */
@ApplicationScoped
public class PostFindings {
  /** More are not listed at once: open ones are few, and closed ones are looked up by day. */
  static final int MOST = 100;

  private static final String SQL =
      """
      select j.account, j.post_id, v.title, v.body, v.permalink, j.observed_at, j.building, j.clauses,
        j.findings::text as findings_json, j.state, j.found_at, j.closed_at, j.closed_by, j.reason
      from post_judgment j
      join post_version v using (account, post_id, observed_at)
      where %s
        and %s
      order by j.found_at desc, j.account, j.post_id
      limit :most
      """;

  private static final String SEEN = Scope.of("j.building", "j.account");

  private final ConsoleDatabase database;

  PostFindings(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns the newest in a state. */
  List<PostFinding> in(PostState state, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(SQL.formatted("j.state = :state", SEEN)))
                .bind("state", EnumCodes.of(state))
                .bind("most", MOST)
                .map(rows(PostFinding.class))
                .list());
  }

  /** Finds one in which something was found; also empty if it is out of scope. */
  Optional<PostFinding> find(CommentKey post, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        SQL.formatted(
                            "j.account = :account and j.post_id = :post and j.state <> 'fine'",
                            SEEN)))
                .bind("account", post.account())
                .bind("post", post.id())
                .bind("most", 1)
                .map(rows(PostFinding.class))
                .findOne());
  }
}
