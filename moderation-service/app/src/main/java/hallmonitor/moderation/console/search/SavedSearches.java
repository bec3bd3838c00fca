package hallmonitor.moderation.console.search;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Everyone's saved searches. */
@ApplicationScoped
@Transactional
class SavedSearches implements PanacheRepositoryBase<SavedSearch, SavedSearch.Key> {
  static final int MOST = 50;
  static final int LONGEST_NAME = 60;

  List<SavedSearch> of(String me) {
    return list("userName = ?1 order by lower(name), name", me);
  }

  /**
   * Saves a search; a name that is there already gets the new one.
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
            insert into SavedSearch (userName, name, query) values (:me, :name, :query)
            on conflict (userName, name) do update set query = excluded.query
            """)
        .setParameter("me", me)
        .setParameter("name", name)
        .setParameter("query", query)
        .executeUpdate();
    return true;
  }

  void delete(String me, String name) {
    deleteById(new SavedSearch.Key(me, name));
  }
}
