package hallmonitor.notifier.queue;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table of the names of the console's people, learned from its events. */
public final class ConsolePeople {
  private ConsolePeople() {}

  /** Stores a person's newest name; a blank one is ignored. */
  public static void heard(Handle transaction, String userName, String name) {
    if (userName == null || name == null || name.isBlank()) {
      return;
    }
    transaction
        .createUpdate(
            """
            insert into console_person (user_name, name)
            values (:user, :name)
            on conflict (user_name) do update
            set name = excluded.name
            where console_person.name <> excluded.name
            """)
        .bind("user", userName)
        .bind("name", name)
        .execute();
  }

  /** Returns all names by user name. */
  public static Map<String, String> names(Handle handle) {
    return handle
        .createQuery("select user_name, name from console_person")
        .reduceRows(
            new HashMap<String, String>(),
            (all, row) -> {
              all.put(
                  row.getColumn("user_name", String.class), row.getColumn("name", String.class));
              return all;
            });
  }
}
