package hallmonitor.moderation.console.watch;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.watch.AccountTrouble;
import hallmonitor.moderation.casework.watch.TroubleCause;
import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The troubles that stand, and who was told of each. */
@ApplicationScoped
public class TroubleStore {
  /**
   * A trouble that stands.
   *
   * @param told ids of the people who were told, in order
   */
  public record Standing(
      UUID troubleId, String account, String cause, Instant since, List<String> told) {
    AccountTrouble trouble() {
      return new AccountTrouble(EnumCodes.read(TroubleCause.class, cause), since);
    }
  }

  private final ConsoleDatabase database;

  TroubleStore(ConsoleDatabase database) {
    this.database = database;
  }

  /** Adds what is new, and ends what is over. What nobody was told of leaves no trace. */
  void set(Map<String, List<AccountTrouble>> now, Instant at) {
    List<String> accounts = new ArrayList<>();
    List<String> causes = new ArrayList<>();
    List<String> since = new ArrayList<>();
    now.forEach(
        (account, troubles) ->
            troubles.forEach(
                trouble -> {
                  accounts.add(account);
                  causes.add(EnumCodes.of(trouble.cause()));
                  since.add(trouble.since().toString());
                }));
    database.write(
        h -> {
          h.createUpdate(
                  """
                  insert into account_trouble (account, cause, since)
                  select account, cause, since::timestamptz from unnest(:accounts, :causes, :since) n(account, cause, since)
                  on conflict (account, cause) where ended_at is null do nothing
                  """)
              .bindArray("accounts", String.class, accounts)
              .bindArray("causes", String.class, causes)
              .bindArray("since", String.class, since)
              .execute();
          return end(h, accounts, causes, at);
        });
  }

  private static int end(Handle h, List<String> accounts, List<String> causes, Instant at) {
    return h.createUpdate(
            """
            with over as (
              select t.trouble_id, exists (select from account_trouble_told o where o.trouble_id = t.trouble_id) as told
              from account_trouble t
              where t.ended_at is null
                and (t.account, t.cause) not in (select account, cause from unnest(:accounts, :causes) n(account, cause))),
            untold as (delete from account_trouble t using over o where o.trouble_id = t.trouble_id and not o.told)
            update account_trouble t set ended_at = :at from over o where o.trouble_id = t.trouble_id and o.told
            """)
        .bindArray("accounts", String.class, accounts)
        .bindArray("causes", String.class, causes)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Returns what stands, the oldest first. */
  List<Standing> standing() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select t.trouble_id, t.account, t.cause, t.since,
                      array(select o.person from account_trouble_told o where o.trouble_id = t.trouble_id
                            order by o.told_at, o.person) as told
                    from account_trouble t where t.ended_at is null order by t.since, t.account, t.cause
                    """)
                .map(rows(Standing.class))
                .list());
  }

  /**
   * Records in the caller's transaction that a person is told.
   *
   * @return false, without any change, if another instance has told the person of one of them
   */
  static boolean tell(Handle transaction, List<UUID> troubles, String person, Instant now) {
    int added =
        transaction
            .createUpdate(
                """
                insert into account_trouble_told (trouble_id, person, told_at)
                select id, :person, :now from unnest(:troubles) t(id) on conflict do nothing
                """)
            .bindArray("troubles", UUID.class, troubles)
            .bind("person", person)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute();
    if (added < troubles.size()) {
      transaction.rollback();
    }
    return added == troubles.size();
  }
}
