package hallmonitor.moderation.console.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Everyone's saved views. */
@ApplicationScoped
@Transactional
class SavedViews implements PanacheRepositoryBase<SavedView, SavedView.Key> {
  static final int MOST = 20;
  static final int LONGEST_NAME = 60;

  List<SavedView> of(String me) {
    return list("userName = ?1 order by lower(name), name", me);
  }

  Optional<String> first(String me) {
    return find("userName = ?1 and first", me).firstResultOptional().map(view -> view.query);
  }

  /**
   * A name that is there already gets the new filters.
   *
   * @return false when there are {@value #MOST} others
   */
  boolean save(String me, String name, String query) {
    if (count("userName = ?1 and name <> ?2", me, name) >= MOST) {
      return false;
    }
    getEntityManager()
        .createQuery(
            """
            insert into SavedView (userName, name, query, first) values (:me, :name, :query, false)
            on conflict (userName, name) do update set query = excluded.query
            """)
        .setParameter("me", me)
        .setParameter("name", name)
        .setParameter("query", query)
        .executeUpdate();
    return true;
  }

  /**
   * @return false when it is not there, or another has that name
   */
  boolean rename(String me, String name, String newName) {
    return count("userName = ?1 and name = ?2", me, newName) == 0
        && update("name = ?1 where userName = ?2 and name = ?3", newName, me, name) > 0;
  }

  void delete(String me, String name) {
    deleteById(new SavedView.Key(me, name));
  }

  /** The queue opens with it from now on, or with no view when it did so before. */
  void toggleFirst(String me, String name) {
    update("first = false where userName = ?1 and name <> ?2 and first", me, name);
    update("first = not first where userName = ?1 and name = ?2", me, name);
  }
}
