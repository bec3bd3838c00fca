package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.sso.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Which account of the provider belongs to which person. */
@ApplicationScoped
public class SsoPeople {
  /** Names that are tried for somebody who is added by a role mapping. */
  private static final int NAMES = 50;

  private static final int LONGEST_NAME = 36;

  /**
   * @param email empty when there is none
   * @param bound whether an account of the provider has signed in by it
   */
  public record Link(String email, boolean bound) {}

  private final ConsoleDatabase database;
  private final RequestAudit audit;

  SsoPeople(ConsoleDatabase database, RequestAudit audit) {
    this.database = database;
    this.audit = audit;
  }

  Link link(String userName) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select coalesce(email, '') as email, sso_subject is not null as bound
                    from console_user where user_name = ?
                    """)
                .bind(0, userName)
                .map(ConsoleDatabase.rows(Link.class))
                .one());
  }

  /**
   * Forgets the account that was bound to the address before.
   *
   * @return false when another person has the address
   */
  boolean setEmail(String userName, String email, String by) {
    return database.write(
        h -> {
          int set =
              h.createUpdate(
                      """
                      update console_user set email = nullif(:email, ''), sso_subject = null
                      where user_name = :name
                        and not exists (select from console_user where email = :email and user_name <> :name)
                      """)
                  .bind("email", email)
                  .bind("name", userName)
                  .execute();
          if (set == 1) {
            ConsoleUsers.endSessions(h, userName);
            audit.add(h, by, "email-set", userName, email);
          }
          return set == 1;
        });
  }

  /** Whether an administrator has signed in by it, which shows that its settings are right. */
  boolean anAdministratorCameIn() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select exists (select from console_user where role = ? and sso_subject is not null
                      and locked_until is distinct from 'infinity')
                    """)
                .bind(0, ConsoleUser.ADMINISTRATOR)
                .mapTo(boolean.class)
                .one());
  }

  /** The person to whom the account is bound, or else who was added with its email. */
  Optional<String> find(Account account) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select user_name from console_user
                    where sso_subject = :id or (sso_subject is null and email = :email)
                    order by sso_subject is null limit 1
                    """)
                .bind("id", account.id())
                .bind("email", account.email())
                .mapTo(String.class)
                .findOne());
  }

  /** Whether somebody has the address, perhaps bound to another account. */
  boolean isTaken(String email) {
    return database.read(
        h ->
            h.createQuery("select exists (select from console_user where email = ?)")
                .bind(0, email)
                .mapTo(boolean.class)
                .one());
  }

  /**
   * Binds the account to the person, if it is not yet.
   *
   * @return when the session began, by the database's clock
   */
  Instant signedIn(String userName, Account account) {
    return database.write(
        h -> {
          audit.add(h, userName, "sign-in", userName, "single sign-on");
          return h.createQuery(
                  """
                  update console_user set sso_subject = ? where user_name = ?
                  returning clock_timestamp()
                  """)
              .bind(0, account.id())
              .bind(1, userName)
              .mapTo(Instant.class)
              .one();
        });
  }

  /**
   * Adds somebody whom a role mapping lets in, with a password that nobody knows.
   *
   * @return the user name, made from the email
   */
  String add(Account account, Access access, String hash) {
    return names(account.email())
        .filter(name -> database.write(h -> insert(h, name, account, access, hash)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no user name is free for a new person"));
  }

  private boolean insert(Handle h, String name, Account account, Access access, String hash) {
    int added =
        h.createUpdate(
                """
                insert into console_user
                  (user_name, display_name, password_hash, role, buildings, must_change_password, email)
                values (:name, :shown, :hash, :role, :buildings, true, :email)
                on conflict (user_name) do nothing
                """)
            .bind("name", name)
            .bind("shown", account.name().isEmpty() ? name : account.name())
            .bind("hash", hash)
            .bind("role", access.role())
            .bindArray("buildings", String.class, access.buildings())
            .bind("email", account.email())
            .execute();
    return added == 1
        && audit.add(h, "single-sign-on", "person-added", name, access.toString()) == 1;
  }

  static Stream<String> names(String email) {
    String local =
        email
            .substring(0, email.indexOf('@'))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]", "")
            .replaceAll("^[._-]+", "");
    String start = local.isEmpty() ? "person" : local;
    String name = start.substring(0, Math.min(start.length(), LONGEST_NAME));
    return Stream.concat(
        Stream.of(name), IntStream.rangeClosed(2, NAMES).mapToObj(n -> name + "-" + n));
  }
}
