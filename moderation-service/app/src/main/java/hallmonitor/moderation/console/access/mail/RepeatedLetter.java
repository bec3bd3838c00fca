package hallmonitor.moderation.console.access.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * A mail about what a person has to do that comes again: at most once a day for new tasks, and
 * every few days while one is open.
 */
public final class RepeatedLetter {
  private RepeatedLetter() {}

  /**
   * Records that a person is told now, if that is due.
   *
   * @param about the letter's kind, such as {@code register}
   * @param person id in district.yaml
   * @param tasks keys of what is open
   * @param every days until the same tasks are told again
   * @return false if it is not due
   */
  public static boolean isDue(
      Handle transaction,
      String about,
      String person,
      Collection<String> tasks,
      Instant now,
      int every) {
    return transaction
            .createUpdate(
                """
                insert into task_letter as old (about, person, tasks, told_at)
                values (:about, :person, :tasks, :now)
                on conflict (about, person) do update
                set tasks = excluded.tasks, told_at = excluded.told_at
                where not excluded.tasks <@ old.tasks and old.told_at <= excluded.told_at - interval '1 day'
                  or old.told_at <= excluded.told_at - make_interval(days => :days)
                """)
            .bind("about", about)
            .bind("person", person)
            .bindArray("tasks", String.class, tasks.toArray())
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("days", every)
            .execute()
        == 1;
  }
}
