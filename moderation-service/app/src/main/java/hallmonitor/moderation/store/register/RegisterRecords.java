package hallmonitor.moderation.store.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.RegisterAct.NotPossible;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What is known of an account in the register, as people enter it. */
public final class RegisterRecords {
  /**
   * What people may change at any time.
   *
   * @param administrator id in district.yaml, or a name
   */
  public record Details(String purpose, String administrator, String deputy, String address) {}

  private final Jdbi database;

  public RegisterRecords(Jdbi database) {
    this.database = database;
  }

  /** The administrator of a connected account is the one in district.yaml. */
  public void describe(UUID entry, Details details, String by) {
    database.useTransaction(
        t -> {
          t.execute(
              """
              update register_entry set purpose = ?, deputy = ?,
                administrator = case when account is null then ? else administrator end,
                address = case when account is null then ? else address end
              where entry_id = ?
              """,
              details.purpose(),
              details.deputy(),
              details.administrator(),
              details.address(),
              entry);
          audit(
              t,
              entry,
              by,
              "register-described",
              details.purpose()
                  + (details.deputy().isEmpty() ? "" : " / deputy: " + details.deputy()));
        });
  }

  /**
   * Adds what a person saw or confirmed.
   *
   * @param day when it was so
   */
  public void add(
      UUID entry, AccountDemand demand, boolean good, String seen, LocalDate day, String by) {
    database.useTransaction(
        t -> {
          t.execute(
              """
              insert into register_record (entry_id, demand, good, seen, on_day, by) values (?, ?, ?, ?, ?, ?)
              """,
              entry,
              EnumCodes.of(demand),
              good,
              seen,
              day,
              by);
          audit(t, entry, by, "register-recorded", seen);
        });
  }

  /**
   * Adds what the program read on the page, unless another instance did.
   *
   * @param day when it was read
   */
  public void addRead(UUID entry, AccountDemand demand, boolean good, String seen, LocalDate day) {
    database.useTransaction(
        t -> {
          t.execute("select 1 from register_entry where entry_id = ? for update", entry);
          t.createUpdate(
                  """
                  insert into register_record (entry_id, demand, good, seen, on_day, by)
                  select :entry, :demand, :good, :seen, :day, ''
                  where :good is distinct from (
                    select good from register_record
                    where entry_id = :entry and demand = :demand and by = '' order by record_id desc limit 1)
                  """)
              .bind("entry", entry)
              .bind("demand", EnumCodes.of(demand))
              .bind("good", good)
              .bind("seen", seen)
              .bind("day", day)
              .execute();
        });
  }

  /** Adds a person who holds the password; does nothing if they hold it already. */
  public void hold(UUID entry, String person, LocalDate since, String by) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into register_holder (entry_id, person, since) values (?, ?, ?)
                  on conflict (entry_id, person) where left_on is null do nothing
                  """,
                  entry,
                  person,
                  since);
          if (added == 1) {
            audit(t, entry, by, "register-password-held", person);
          }
        });
  }

  /**
   * Records that a person no longer holds the password.
   *
   * @throws NotPossible if that is before they held it
   */
  public void leave(UUID entry, long holder, LocalDate day, String by) {
    database.useTransaction(
        t ->
            audited(
                t,
                entry,
                by,
                "register-password-left",
                """
                update register_holder set left_on = :day
                where holder_id = :holder and entry_id = :entry and left_on is null and since <= :day
                returning person
                """,
                holder,
                day));
  }

  /**
   * Records that the password was changed after a person left.
   *
   * @throws NotPossible if that is before they left
   */
  public void rotate(UUID entry, long holder, LocalDate day, String by) {
    database.useTransaction(
        t ->
            audited(
                t,
                entry,
                by,
                "register-password-changed",
                """
                update register_holder set rotated_on = :day
                where holder_id = :holder and entry_id = :entry and rotated_on is null and left_on <= :day
                returning person
                """,
                holder,
                day));
  }

  private static void audited(
      Handle t, UUID entry, String by, String act, String sql, long holder, LocalDate day) {
    String person =
        t.createQuery(sql)
            .bind("holder", holder)
            .bind("entry", entry)
            .bind("day", day)
            .mapTo(String.class)
            .findOne()
            .orElseThrow(
                () ->
                    new NotPossible(
                        Sentence.of(
                            "That day is before the one on record, or someone else entered it"
                                + " meanwhile. Reload the page and check the day.")));
    audit(t, entry, by, act, person + ", " + day);
  }

  private static void audit(Handle t, UUID entry, String by, String act, String detail) {
    String name =
        t.select("select name from register_entry where entry_id = ?", entry)
            .mapTo(String.class)
            .one();
    AuditLog.add(t, by, act, name, detail);
  }
}
