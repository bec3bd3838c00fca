package hallmonitor.moderation.store.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.RegisterAct;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** People's requests, reports and decisions about accounts, each with its audit row. */
public final class RegisterDesk {
  private record Now(String state, String filedBy, boolean watched, String name) {}

  private final Jdbi database;

  public RegisterDesk(Jdbi database) {
    this.database = database;
  }

  /** Adds an entry; does nothing if the form was sent before. */
  public void file(AccountFiling filing) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into register_entry (entry_id, name, platform, address, kind, building, purpose,
                    administrator, deputy, state, filed_by)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (entry_id) do nothing
                  """,
                  filing.entryId(),
                  filing.name(),
                  filing.platform(),
                  filing.address(),
                  filing.kind(),
                  filing.building(),
                  filing.purpose(),
                  filing.administrator(),
                  filing.deputy(),
                  EnumCodes.of(filing.state()),
                  filing.by());
          if (added == 1) {
            boolean reported = filing.state() == RegisterState.REPORTED;
            AuditLog.add(
                t,
                filing.by(),
                reported ? "account-reported" : "account-requested",
                filing.name(),
                filing.purpose());
          }
        });
  }

  /**
   * What a reported page turned out to be.
   *
   * @param kind as in district.yaml
   * @param building id in district.yaml
   */
  public record Adopted(String kind, String building) {}

  /**
   * Decides about an entry.
   *
   * @param adopted only for {@link RegisterAct#ADOPT}; what was noticed then gives way to a purpose
   * @throws RegisterAct.NotPossible if it is not possible any more, or a reason is missing
   */
  public void decide(
      UUID entry, RegisterAct act, Optional<Adopted> adopted, String by, String reason) {
    database.useTransaction(
        t -> {
          Now now = lock(t, entry);
          act.check(
              EnumCodes.read(RegisterState.class, now.state()),
              now.filedBy(),
              now.watched(),
              by,
              reason);
          if (act == RegisterAct.APPROVE) {
            approved(t, now, by);
          }
          t.execute(
              """
              update register_entry set state = ?, reason = ?, decided_by = ?, decided_at = clock_timestamp()
              where entry_id = ?
              """,
              EnumCodes.of(act.to()),
              reason,
              by,
              entry);
          adopted.ifPresent(
              as ->
                  t.execute(
                      """
                      update register_entry set kind = ?, building = ?, purpose = '' where entry_id = ?
                      """,
                      as.kind(),
                      as.building(),
                      entry));
          AuditLog.add(t, by, "register-" + EnumCodes.of(act), now.name(), reason);
        });
  }

  private static void approved(Handle t, Now now, String by) {
    TwoPersons.refusal(t, List.of(now.filedBy()), by)
        .ifPresent(
            why -> {
              throw new RegisterAct.NotPossible(why);
            });
    TwoPersons.noteOrigin(t, by, "register-approve", now.name());
  }

  private static Now lock(Handle t, UUID entry) {
    return t.select(
            """
            select state, filed_by, account is not null as watched, name
            from register_entry where entry_id = ? for update
            """,
            entry)
        .map(
            (row, context) ->
                new Now(
                    row.getString("state"),
                    row.getString("filed_by"),
                    row.getBoolean("watched"),
                    row.getString("name")))
        .one();
  }
}
