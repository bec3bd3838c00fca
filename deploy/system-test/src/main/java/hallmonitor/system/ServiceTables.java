package hallmonitor.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads one service's tables. */
public final class ServiceTables {
  private final Jdbi database;

  ServiceTables(Jdbi database) {
    this.database = database;
  }

  /** Returns the state of a comment's case and of its action, such as {@code open/hidden}. */
  public Optional<String> caseOf(int comment) {
    return caseOf(Integer.toString(comment));
  }

  /** Returns the same for a comment with an id that is no number. */
  public Optional<String> caseOf(String comment) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select outcome || ':' || state || '/' || action_state from review_case where comment_id = ?")
                .bind(0, comment)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Returns the policy's answer to a comment's newest revision: allow, review, hide or escalate.
   */
  public Optional<String> outcomeOf(int comment) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select r.outcome from comment c
                      join revision r using (account, comment_id)
                     where c.comment_id = ? and r.revision = c.latest_revision""")
                .bind(0, Integer.toString(comment))
                .mapTo(String.class)
                .findOne());
  }

  /** Returns how many texts of a comment are archived. */
  public long revisionsOf(int comment) {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select count(*) from revision where comment_id = ? and kind <> 'deleted'")
                .bind(0, Integer.toString(comment))
                .mapTo(Long.class)
                .one());
  }

  public long count(String query) {
    return database.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
  }

  public List<Map<String, Object>> rows(String query) {
    return database.withHandle(h -> h.createQuery(query).mapToMap().list());
  }

  /**
   * Returns rows as records.
   *
   * @param row a record with a component for each column
   */
  public <T> List<T> all(String query, Class<T> row) {
    return database.withHandle(h -> h.createQuery(query).map(ConstructorMapper.of(row)).list());
  }

  public List<String> texts(String query) {
    return database.withHandle(h -> h.createQuery(query).mapTo(String.class).list());
  }
}
