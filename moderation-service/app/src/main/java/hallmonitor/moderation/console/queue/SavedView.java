package hallmonitor.moderation.console.queue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** Filters of the queue that a person gave a name. Hibernate fills the fields. */
@Entity
@IdClass(SavedView.Key.class)
@SuppressWarnings("NullAway.Init")
public class SavedView {
  /** A person has each name once. */
  record Key(String userName, String name) {}

  @Id public String userName;
  @Id public String name;

  /** In the form used in the page's address. */
  public String query;

  /** Whether the queue opens with it. */
  public boolean first;
}
