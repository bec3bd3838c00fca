package hallmonitor.moderation.console.register;

import hallmonitor.contract.event.ProfileRead;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.store.accounts.AccountProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entries of the register for tests. */
public final class RegisterSeed {
  private final ConsoleDatabase database;

  public RegisterSeed(ConsoleDatabase database) {
    this.database = database;
  }

  public void nothing() {
    EmptyTables.empty(
        database,
        "register_entry",
        "register_record",
        "register_holder",
        "task_letter",
        "account_profile");
  }

  /**
   * Adds a group's account that is not connected.
   *
   * @param state such as {@code registered}
   */
  public UUID entry(UUID id, String building, String state, String name) {
    database.write(
        h ->
            h.execute(
                """
                insert into register_entry (entry_id, name, platform, address, kind, building, purpose, administrator,
                  deputy, state, filed_by)
                values (?, ?, 'instagram', 'https://www.instagram.com/x', 'school-based-group', ?, 'Results.', 'novak',
                  'reyes', ?, 'lopez')
                """,
                id,
                name,
                building,
                state));
    return id;
  }

  public UUID registered(String name) {
    return entry(UUID.randomUUID(), "maple-high", "registered", name);
  }

  /** Makes everything about an entry older. */
  public void days(UUID id, int ago) {
    database.write(
        h ->
            h.execute(
                "update register_entry set filed_at = filed_at - make_interval(days => ?) where"
                    + " entry_id = ?",
                ago,
                id));
  }

  /** Makes an entry a connected account, and lets its page say this and link to nothing. */
  public void page(UUID id, String account, String text, Instant at) {
    ProfileRead profile =
        new ProfileRead(
            account, "mastodon", "", text, List.of(), true, true, Optional.empty(), at, List.of());
    database.write(
        h -> {
          h.execute("update register_entry set account = ? where entry_id = ?", account, id);
          AccountProfiles.put(h, profile);
          return true;
        });
  }

  public void record(UUID id, String demand, boolean good, int daysAgo) {
    database.write(
        h ->
            h.execute(
                """
                insert into register_record (entry_id, demand, good, seen, on_day, by)
                values (?, ?, ?, 'Seen.', current_date - ?, 'lopez')
                """,
                id,
                demand,
                good,
                daysAgo));
  }
}
