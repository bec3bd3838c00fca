package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.request.RequestLetter.About;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the requests that a person is to be told of, and keeps what the person was told. */
@ApplicationScoped
class ReminderQueries {
  private final ConsoleDatabase database;

  ReminderQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns whether there may be something to tell at all. */
  boolean any() {
    return database.read(
        h ->
            h.createQuery("select exists (select from records_request where state <> 'closed')")
                .mapTo(Boolean.class)
                .one());
  }

  /** The requests that it is about. Of new ones a mail each hour is enough. */
  private static String which(About about) {
    return switch (about) {
      case NEW ->
          """
          q.way = 'form' and q.state = 'received' and q.worker = '' and not exists (
            select from records_request_letter l where l.user_name = :user and l.about = 'new'
              and l.told_at > clock_timestamp() - interval '1 hour')
          """;
      case SOON -> "q.state in ('received', 'in-review') and q.due >= :today";
      case LATE -> "q.state in ('received', 'in-review') and q.due < :today";
      case UNCLOSED ->
          "q.state in ('answered', 'withdrawn') and q.changed_at < cast(:today as date) - interval '30 days'";
    };
  }

  /** The day for which a request is told once. */
  private static String day(About about) {
    return switch (about) {
      case NEW -> "q.received_on";
      case SOON -> "q.due";
      case LATE -> "cast(:today as date)";
      case UNCLOSED -> "cast(date_trunc('month', cast(:today as date)) as date)";
    };
  }

  /**
   * Returns the requests that a person was not told of, those due first at the top.
   *
   * @param shared whether the person is told of those that nobody works on, and of late ones
   * @param able the user names of all who can be told
   */
  List<DueRequest> due(
      About about, String user, boolean shared, List<String> able, LocalDate today) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select q.request_id, q.year as number_year, q.position as number_position,
                      q.received_on as deadline_received_on, q.first_due as deadline_first_due, q.due as deadline_due,
                      q.fixed as deadline_fixed
                    from records_request q
                    where %s and (q.worker = :user or :shared and (:late or q.worker <> all(:able))) and not exists (
                      select from records_request_letter l
                      where l.request_id = q.request_id and l.user_name = :user and l.about = :about and l.day = %s
                        and cast(:today as date) is not null)
                    order by q.due, q.year, q.position
                    """
                        .formatted(which(about), day(about)))
                .bind("user", user)
                .bind("shared", shared)
                .bind("late", about == About.LATE)
                .bindArray("able", String.class, able)
                .bind("about", about.code())
                .bind("today", today)
                .map(rows(DueRequest.class))
                .list());
  }

  /** Keeps that a person is told of requests; false, and nothing kept, if another was first. */
  static boolean claim(
      Handle t, About about, String user, List<DueRequest> requests, LocalDate today) {
    int kept =
        t.createUpdate(
                """
                insert into records_request_letter (request_id, user_name, about, day)
                select q.request_id, :user, :about, %s
                from records_request q where q.request_id = any(:ids) and cast(:today as date) is not null
                on conflict do nothing
                """
                    .formatted(day(about)))
            .bind("user", user)
            .bind("about", about.code())
            .bind("today", today)
            .bindArray("ids", UUID.class, requests.stream().map(DueRequest::requestId).toList())
            .execute();
    if (kept < requests.size()) {
      t.rollback();
      return false;
    }
    return true;
  }
}
