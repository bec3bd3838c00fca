package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatements;

/** Reads requests for the desk. Who asked is read only for those who need to know. */
@ApplicationScoped
public class RequestQueries {
  /** So many are listed; others are found by their number or words. */
  static final int MOST = 200;

  private static final String SELECT =
      """
      select request_id, year as number_year, position as number_position, code, way,
        case when :names then requester else '' end as requester,
        case when :names then contact else '' end as contact,
        words, language, commercial, arrived_at, received_on as deadline_received_on, first_due as deadline_first_due,
        due as deadline_due, fixed as deadline_fixed, statute, reason, state, worker, held_until, version
      from records_request where disposal_id is null
      """;

  private static final String FOUND =
      """
       and (strpos(lower(words), lower(:q)) > 0 or code = :code
        or :names and strpos(lower(requester), lower(:q)) > 0)
      """;

  private static final String URGENT_FIRST =
      """
       order by state not in ('received', 'in-review'), case when state in ('received', 'in-review') then due end,
        changed_at desc, request_id limit :most
      """;

  private final ConsoleDatabase database;

  RequestQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Lists requests, those due first at the top.
   *
   * @param names whether the reader may know who asked
   */
  List<RequestView> list(RequestFilter filter, String userName, boolean names) {
    StringBuilder sql = new StringBuilder(SELECT);
    switch (filter.show()) {
      case "open" -> sql.append(" and state in ('received', 'in-review')");
      case "late" -> sql.append(" and state in ('received', 'in-review') and due < :today");
      case "answered" -> sql.append(" and state in ('answered', 'withdrawn')");
      case "closed" -> sql.append(" and state = 'closed'");
      default -> sql.append("");
    }
    if (filter.mine()) {
      sql.append(" and worker = :me");
    }
    Optional<RequestNumber> number = RequestNumber.parse(filter.words());
    if (number.isPresent()) {
      sql.append(" and year = :year and position = :position");
    } else if (!filter.words().isEmpty()) {
      sql.append(FOUND);
    }
    return database.read(
        h -> {
          var query = h.createQuery(sql + URGENT_FIRST);
          query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
          return query
              .bind("names", names)
              .bind("today", filter.today())
              .bind("me", userName)
              .bind("year", number.map(RequestNumber::year).orElse(0))
              .bind("position", number.map(RequestNumber::position).orElse(0))
              .bind("q", filter.words())
              .bind("code", filter.code())
              .bind("most", MOST + 1)
              .map(rows(RequestView.class))
              .list();
        });
  }

  /** Finds a request. */
  public Optional<RequestView> find(UUID id, boolean names) {
    return database.read(
        h ->
            h.createQuery(SELECT + " and request_id = :id")
                .bind("names", names)
                .bind("id", id)
                .map(rows(RequestView.class))
                .findOne());
  }

  /** Returns what happened to a request, the newest first. */
  List<RequestEvent> history(UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select at, actor, kind, detail from records_request_event where request_id = :id
                    order by event_id desc
                    """)
                .bind("id", id)
                .map(rows(RequestEvent.class))
                .list());
  }

  /** Returns the user names of those who may work on requests. */
  List<String> workers() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select user_name from console_user
                    where role in ('records-officer', 'administrator') and locked_until is distinct from 'infinity'
                    order by display_name
                    """)
                .mapTo(String.class)
                .list());
  }
}
