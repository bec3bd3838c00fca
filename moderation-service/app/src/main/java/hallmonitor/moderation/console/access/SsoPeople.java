package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.sso.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which account of the provider belongs to which person. */
@ApplicationScoped
@Transactional
public class SsoPeople {
  /** Names that are tried for somebody who is added by a role mapping. */
  private static final int NAMES = 50;

  private static final int LONGEST_NAME = 36;

  /**
   * @param email empty when there is none
   * @param bound whether an account of the provider has signed in by it
   */
  public record Link(String email, boolean bound) {}

  private final ConsoleUsers people;
  private final RequestAudit audit;

  SsoPeople(ConsoleUsers people, RequestAudit audit) {
    this.people = people;
    this.audit = audit;
  }

  public Link link(String userName) {
    ConsoleUser person = people.findById(userName);
    return new Link(Objects.requireNonNullElse(person.email, ""), person.ssoSubject != null);
  }

  /**
   * Forgets the account that was bound to the address before.
   *
   * @return false when another person has the address
   */
  public boolean setEmail(String userName, String email, String by) {
    if (people.count("email = ?1 and userName <> ?2", email, userName) > 0) {
      return false;
    }
    // Locked: a sign-in that binds an account at the same moment is forgotten, too.
    ConsoleUser person = people.findById(userName, LockModeType.PESSIMISTIC_WRITE);
    person.email = email.isEmpty() ? null : email;
    person.ssoSubject = null;
    people.endSessions(userName);
    audit.add(by, "email-set", userName, email);
    return true;
  }

  /** Whether an administrator has signed in by it, which shows that its settings are right. */
  boolean anAdministratorCameIn() {
    return people.count(
            "role = ?1 and ssoSubject is not null and not removed", ConsoleUser.ADMINISTRATOR)
        > 0;
  }

  /** The person to whom the account is bound, or else who was added with its email. */
  Optional<String> find(Account account) {
    return people
        .find(
            """
            ssoSubject = ?1 or (ssoSubject is null and email = ?2) order by ssoSubject nulls last
            """,
            account.id(),
            account.email())
        .firstResultOptional()
        .map(ConsoleUser::userName);
  }

  /** Whether somebody has the address, perhaps bound to another account. */
  boolean isTaken(String email) {
    return people.count("email", email) > 0;
  }

  /**
   * Binds the account to the person, if it is not yet.
   *
   * @return when the session began, by the database's clock
   */
  Instant signedIn(String userName, Account account) {
    audit.add(userName, "sign-in", userName, "single sign-on");
    people.findById(userName).ssoSubject = account.id();
    return people.now();
  }

  /**
   * Adds somebody whom a role mapping lets in, with a password that nobody knows.
   *
   * @return the user name, made from the email
   */
  String add(Account account, Access access, String hash) {
    return names(account.email())
        .filter(name -> add(name, account, access, hash))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no user name is free for a new person"));
  }

  private boolean add(String name, Account account, Access access, String hash) {
    String shown = account.name().isEmpty() ? name : account.name();
    return people.add(name, shown, access, hash, account.email(), "single-sign-on");
  }

  public static Stream<String> names(String email) {
    String local =
        email
            .substring(0, email.indexOf('@'))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]", "")
            .replaceAll("^[._-]+", "");
    String start = local.isEmpty() ? "person" : local;
    String name = start.substring(0, Math.min(start.length(), LONGEST_NAME));
    return Stream.concat(
            Stream.of(name), IntStream.rangeClosed(2, NAMES).mapToObj(n -> name + "-" + n))
        .filter(free -> !ConsoleUsers.RESERVED.contains(free));
  }
}
