package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.live.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Assigns cases so that no two people get the same. */
@ApplicationScoped
class NextCase {
  private final ConsoleDatabase database;

  NextCase(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Claims the first unclaimed case under the filter, from the current one to the end and then from
   * the beginning.
   */
  Optional<UUID> take(QueueFilter filter, Optional<UUID> from, Scope scope, String me) {
    QueueFilter open = filter.getState().isWaiting() ? filter : filter.with(QueueState.OPEN);
    Optional<QueueQueries.Place> place = from.flatMap(this::place);
    return database.write(
        h -> {
          Optional<UUID> found =
              place.isEmpty() ? Optional.empty() : take(h, open, place, from, scope, me);
          return found.isPresent() ? found : take(h, open, Optional.empty(), from, scope, me);
        });
  }

  /** Retries if someone claimed it in between, since the claim is then visible. */
  private static Optional<UUID> take(
      Handle h,
      QueueFilter filter,
      Optional<QueueQueries.Place> after,
      Optional<UUID> not,
      Scope scope,
      String me) {
    while (true) {
      Query query = h.createQuery(QueueSql.next(filter, after.isPresent()));
      filter.bind(scope.bind(query)).bind("not", not.orElse(null));
      after.ifPresent(
          p -> query.bind("place", p.place()).bind("at", p.openedAt()).bind("id", p.caseId()));
      Optional<UUID> found = query.mapTo(UUID.class).findOne();
      if (found.isEmpty() || Claims.take(h, found.get(), me, false)) {
        found.ifPresent(id -> Claims.leaveOthers(h, id, me));
        return found;
      }
    }
  }

  private Optional<QueueQueries.Place> place(UUID caseId) {
    return database.read(
        h ->
            h.createQuery("select case_id, place, opened_at from review_case where case_id = :id")
                .bind("id", caseId)
                .map(rows(QueueQueries.Place.class))
                .findOne());
  }
}
