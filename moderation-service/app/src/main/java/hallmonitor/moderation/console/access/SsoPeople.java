package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.sso.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which account of the provider belongs to which person. */
@ApplicationScoped
@Transactional
public class SsoPeople {
  /** Number of names that are tried for a person added by a role mapping. */
  private static final int NAMES = 50;

  private static final int LONGEST_NAME = 36;

  /**
   * @param email empty if there is none
   * @param bound whether an account of the provider has signed in with it
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
   * Sets the address and forgets the account that was bound to the old one.
   *
   * @return false if another person has the address
   */
  public boolean setEmail(String userName, String email, String by) {
    if (people.count("email = ?1 and userName <> ?2", email, userName) > 0) {
      return false;
    }
    // Locked, so that a sign-in that binds an account at the same moment is forgotten, too.
    ConsoleUser person = people.findById(userName, LockModeType.PESSIMISTIC_WRITE);
    person.email = email.isEmpty() ? null : email;
    person.ssoSubject = null;
    people.endSessions(userName);
    audit.add(by, "email-set", userName, email);
    return true;
  }

  /**
   * Returns whether an administrator has signed in with it, which shows that its settings are
   * right.
   */
  boolean anAdministratorCameIn() {
    return people.count(
            "role = ?1 and ssoSubject is not null and not removed", ConsoleUser.ADMINISTRATOR)
        > 0;
  }

  /**
   * Returns the person that the account is bound to, otherwise the one that was added with its
   * email.
   */
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

  /** Returns whether a person has the address, even if bound to another account. */
  boolean isTaken(String email) {
    return people.count("email", email) > 0;
  }

  /** Binds the account to the person, unless it is bound already. */
  void signedIn(String userName, Account account) {
    audit.add(userName, "sign-in", userName, "single sign-on");
    people.findById(userName).ssoSubject = account.id();
  }

  /**
   * Adds a person that a role mapping admits, with a password that no one knows.
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
