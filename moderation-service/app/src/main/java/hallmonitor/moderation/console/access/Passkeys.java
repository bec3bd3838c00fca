package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.passkey.StoredKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores people's passkeys. What counts and decides in one statement is SQL, so all of it is. */
@ApplicationScoped
@Transactional
public class Passkeys {
  private static final String SELECT = "select * from passkey ";

  private static final String ADD =
      """
      insert into passkey (user_name, name, credential_id, credential, sign_count, backup_eligible)
      values (:person, :name, :id, :credential, :count, :backup)
      on conflict (credential_id) do nothing
      """;

  /** A device that does not count always answers 0. */
  private static final String USE =
      """
      update passkey set sign_count = :count, used_at = clock_timestamp()
      where passkey_id = :id and cloned_at is null
        and (sign_count < :count or (sign_count = 0 and :count = 0))
      """;

  private final ConsoleDatabase database;
  private final RequestAudit audit;

  Passkeys(ConsoleDatabase database, RequestAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Returns what devices know the person by. */
  UUID handle(String userName) {
    return database.read(
        h ->
            h.createQuery("select passkey_handle from console_user where user_name = ?")
                .bind(0, userName)
                .mapTo(UUID.class)
                .one());
  }

  /** Returns a person's passkeys in the order in which they were added. */
  List<Passkey> of(String userName) {
    return database.read(
        h ->
            h.createQuery(SELECT + "where user_name = ? order by passkey_id")
                .bind(0, userName)
                .map(ConsoleDatabase.rows(Passkey.class))
                .list());
  }

  /** Returns whether a person has one that is not closed. */
  boolean opens(String userName) {
    return of(userName).stream().anyMatch(passkey -> !passkey.cloned());
  }

  /** Returns the ids by which devices find a person's passkeys. */
  List<String> ids(String userName) {
    return of(userName).stream().map(Passkey::credentialId).toList();
  }

  Optional<Passkey> withCredential(String credentialId) {
    return database.read(
        h ->
            h.createQuery(SELECT + "where credential_id = ?")
                .bind(0, credentialId)
                .map(ConsoleDatabase.rows(Passkey.class))
                .findOne());
  }

  /**
   * Adds a passkey.
   *
   * @return false if it is known already
   */
  boolean add(String userName, String name, StoredKey key) {
    int added =
        database.write(
            h ->
                h.createUpdate(ADD)
                    .bind("person", userName)
                    .bind("name", name)
                    .bind("id", key.credentialId())
                    .bind("credential", key.credential())
                    .bind("count", key.signCount())
                    .bind("backup", key.backupEligible())
                    .execute());
    if (added == 1) {
      audit.add(userName, "passkey-added", userName, name);
    }
    return added == 1;
  }

  /**
   * Renames one.
   *
   * @return false if the person has no such passkey
   */
  boolean rename(String userName, long id, String name) {
    return database.write(
            h ->
                h.execute(
                    "update passkey set name = ? where user_name = ? and passkey_id = ?",
                    name,
                    userName,
                    id))
        == 1;
  }

  /**
   * Records a use.
   *
   * @return false if another use has counted as far meanwhile, or it was found to be a copy
   */
  boolean use(Passkey passkey, long count) {
    return database.write(
            h -> h.createUpdate(USE).bind("id", passkey.passkeyId()).bind("count", count).execute())
        == 1;
  }

  /** Closes a passkey that someone has a copy of. */
  void close(Passkey passkey) {
    int closed =
        database.write(
            h ->
                h.execute(
                    """
                    update passkey set cloned_at = clock_timestamp()
                    where passkey_id = ? and cloned_at is null
                    """,
                    passkey.passkeyId()));
    if (closed == 1) {
      audit.add(FailedSignIns.ACTOR, "passkey-cloned", passkey.userName(), passkey.name());
    }
  }

  void remove(Passkey passkey) {
    database.write(h -> h.execute("delete from passkey where passkey_id = ?", passkey.passkeyId()));
    audit.add(passkey.userName(), "passkey-removed", passkey.userName(), passkey.name());
  }

  void removeAll(String userName) {
    database.write(h -> h.execute("delete from passkey where user_name = ?", userName));
  }

  /**
   * Counts an answered challenge.
   *
   * @return false if it was answered before
   */
  boolean answer(String challenge) {
    return database.write(
        h -> {
          h.execute("delete from passkey_answer where at < clock_timestamp() - interval '1 hour'");
          return h.execute(
                  "insert into passkey_answer (challenge) values (?) on conflict do nothing",
                  challenge)
              == 1;
        });
  }
}
