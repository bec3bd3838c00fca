package hallmonitor.moderation.store.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives every connected account its entry, and knows everyone of the district by their address.
 * What district.yaml says of it follows the file; an entry that was registered before it was
 * connected is found by its address, or by its platform and name.
 */
public final class RegisterSync {
  /** Platforms where all accounts have the same address. */
  private static final Set<String> SHARED_ADDRESSES =
      Set.of("facebook", "instagram", "youtube", "x", "bluesky");

  private final Jdbi database;

  public RegisterSync(Jdbi database) {
    this.database = database;
  }

  public void run(District district) {
    database.useTransaction(
        t -> {
          t.createUpdate("update register_entry set account = null where account <> all(:known)")
              .bindArray(
                  "known", String.class, district.accounts().stream().map(Account::id).toArray())
              .execute();
          people(t, district.people());
          district.accounts().forEach(account -> put(t, account));
        });
  }

  private static void people(Handle t, List<Person> people) {
    t.createUpdate("delete from district_person where person <> all(:known)")
        .bindArray("known", String.class, people.stream().map(Person::id).toArray())
        .execute();
    people.forEach(
        person ->
            t.execute(
                """
                insert into district_person (person, email) values (?, lower(?))
                on conflict (person) do update set email = excluded.email
                """,
                person.id(),
                person.email()));
  }

  /**
   * An entry that anyone may have filed becomes the account's. Its deputy does not come along: a
   * deputy sees the account's comments, and is named by those who may see it.
   */
  private static void put(Handle t, Account account) {
    t.createUpdate(
            """
            with found as (
              select entry_id from register_entry
              where account is null and state in ('requested', 'registered') and building = :building
                and not exists (select from register_entry where account = :id)
                and platform = :platform
                and (lower(name) = lower(:name)
                  or :own_address and rtrim(lower(address), '/') = rtrim(lower(:address), '/'))
              order by state = 'registered' desc, filed_at limit 1)
            update register_entry e set account = :id, deputy = '' from found where e.entry_id = found.entry_id
            """)
        .bind("id", account.id())
        .bind("address", account.baseUrl().toString())
        .bind("building", account.building())
        .bind("own_address", !SHARED_ADDRESSES.contains(account.platform()))
        .bind("platform", account.platform())
        .bind("name", account.name())
        .execute();
    t.createUpdate(
            """
            insert into register_entry as old (entry_id, account, name, platform, address, kind, building,
              administrator, state)
            values (:entry, :id, :name, :platform, :address, :kind, :building, :administrator, 'registered')
            on conflict (account) do update set name = excluded.name, platform = excluded.platform,
              kind = excluded.kind, building = excluded.building, administrator = excluded.administrator
            where (old.name, old.platform, old.kind, old.building, old.administrator)
              is distinct from
              (excluded.name, excluded.platform, excluded.kind, excluded.building, excluded.administrator)
            """)
        .bind("entry", UUID.randomUUID())
        .bind("id", account.id())
        .bind("name", account.name())
        .bind("platform", account.platform())
        .bind("address", account.baseUrl().toString())
        .bind("kind", EnumCodes.of(account.kind()))
        .bind("building", account.building())
        .bind("administrator", account.administrator())
        .execute();
  }
}
