package hallmonitor.moderation.console.search;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** A search that a person gave a name. Hibernate fills the fields. */
@Entity
@IdClass(SavedSearch.Key.class)
@SuppressWarnings("NullAway.Init")
public class SavedSearch {
  /** A person has each name once. */
  record Key(String userName, String name) {}

  @Id public String userName;
  @Id public String name;

  /** In the form used in the page's address. */
  public String query;
}
