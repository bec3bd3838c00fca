package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.store.posts.PlannedPost;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads planned posts. */
@ApplicationScoped
public class PlannedPostQueries {
  private static final int MOST = 100;

  private static final String SQL =
      """
      select id, account, building, title, body, pictures, checked_by, state, author, changed_at, version,
        answered_by, note
      from planned_post p
      where %s
        and %s
      order by changed_at desc, id
      limit :most
      """;

  private static final String SEEN = Scope.of("p.building", "p.account");

  private final ConsoleDatabase database;

  PlannedPostQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns the newest, without those that were discarded. */
  List<PlannedPost> all(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(SQL.formatted("p.state <> 'discarded'", SEEN)))
                .bind("most", MOST)
                .map(rows(PlannedPost.class))
                .list());
  }

  /** Finds one; also empty if it is out of scope. */
  Optional<PlannedPost> find(UUID id, Scope scope) {
    return database.read(
        h ->
            scope
                .bind(h.createQuery(SQL.formatted("p.id = :id", SEEN)))
                .bind("id", id)
                .bind("most", 1)
                .map(rows(PlannedPost.class))
                .findOne());
  }
}
