package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Filters that a person gave a name. */
@ApplicationScoped
class SavedViews {
  static final int MOST = 20;
  static final int LONGEST_NAME = 60;

  /**
   * @param first whether the queue opens with it
   */
  public record View(String name, String query, boolean first) {}

  private final ConsoleDatabase database;

  SavedViews(ConsoleDatabase database) {
    this.database = database;
  }

  List<View> of(String me) {
    return database.read(
        h ->
            h.createQuery(
                    "select name, query, first from saved_view where user_name = ? order by lower(name), name")
                .bind(0, me)
                .map(rows(View.class))
                .list());
  }

  Optional<String> first(String me) {
    return database.read(
        h ->
            h.createQuery("select query from saved_view where user_name = ? and first")
                .bind(0, me)
                .mapTo(String.class)
                .findOne());
  }

  /**
   * A name that is there already gets the new filters.
   *
   * @return false when there are {@value #MOST} others
   */
  boolean save(String me, String name, String query) {
    return database.write(
        h ->
            h.execute(
                    """
                    insert into saved_view (user_name, name, query)
                    select ?, ?, ? where (select count(*) from saved_view where user_name = ? and name <> ?) < ?
                    on conflict (user_name, name) do update set query = excluded.query
                    """,
                    me,
                    name,
                    query,
                    me,
                    name,
                    MOST)
                > 0);
  }

  /**
   * @return false when it is not there, or another has that name
   */
  boolean rename(String me, String name, String newName) {
    return database.write(
        h ->
            h.execute(
                    """
                    update saved_view set name = ? where user_name = ? and name = ?
                      and not exists (select from saved_view where user_name = ? and name = ?)
                    """,
                    newName,
                    me,
                    name,
                    me,
                    newName)
                > 0);
  }

  void delete(String me, String name) {
    database.write(
        h -> h.execute("delete from saved_view where user_name = ? and name = ?", me, name));
  }

  /** The queue opens with it from now on, or with no view when it did so before. */
  void toggleFirst(String me, String name) {
    database.write(
        h -> {
          h.execute(
              "update saved_view set first = false where user_name = ? and name <> ? and first",
              me,
              name);
          return h.execute(
              "update saved_view set first = not first where user_name = ? and name = ?", me, name);
        });
  }
}
