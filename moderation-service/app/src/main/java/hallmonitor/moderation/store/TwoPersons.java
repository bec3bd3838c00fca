package hallmonitor.moderation.store;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The one rule of everything that takes two people: an account that one of them made or changed is
 * not another person. It holds for a number of days after the change, in both directions, and also
 * along a chain of such accounts. Triggers on the tables enforce the same rule.
 */
public final class TwoPersons {
  /**
   * What ties two people together.
   *
   * @param account display name of the person with the account
   * @param maker display name of the other one
   * @param made whether the account was made, otherwise changed
   * @param direct false if the maker did it with an account of their own making
   * @param days for how long it ties them
   */
  public record AccountTie(
      String account, String maker, boolean made, boolean direct, Instant at, int days) {
    /** Returns why they are not two people, and what to do. */
    public Sentence refusal() {
      return what()
          .and(
              Sentence.of(
                  "For {1} days, the two of them don't count as two people. Ask another person to"
                      + " approve this.",
                  days));
    }

    private Sentence what() {
      if (!direct) {
        return Sentence.of(
            "{1} made or changed the account that {2}'s comes from.", maker, account);
      }
      return made
          ? Sentence.of("{1} made the account of {2}.", maker, account)
          : Sentence.of("{1} changed the account of {2}.", maker, account);
    }
  }

  /**
   * Where an account comes from.
   *
   * @param maker user name of the person who made it or changed it last
   * @param makerName their display name
   * @param made whether it was made, otherwise changed
   * @param recent whether that was so lately that it is an alarm
   */
  public record AccountOrigin(
      String maker, String makerName, boolean made, Instant at, boolean recent) {}

  private TwoPersons() {}

  /**
   * Sets for how long an account depends on the person who made or changed it.
   *
   * @param days 0 to 365; 0 for not at all
   */
  public static void setDays(Handle transaction, int days) {
    transaction.execute("update two_persons set days = ? where days <> ?", days, days);
  }

  /** Returns what ties two people together; empty if they are two persons. */
  public static Optional<AccountTie> tie(Handle handle, String one, String other) {
    return handle
        .createQuery(
            """
            select coalesce(a.display_name, t.account) as account, coalesce(m.display_name, t.maker) as maker,
              t.act = 'person-added' as made, t.direct, t.at, p.days
            from two_persons p, account_tie(:one, :other) t
            left join console_user a on a.user_name = t.account
            left join console_user m on m.user_name = t.maker
            """)
        .bind("one", one)
        .bind("other", other)
        .map(ConstructorMapper.of(AccountTie.class))
        .findOne();
  }

  /**
   * Returns why a person cannot be the second one; empty if they can.
   *
   * @param first user names of those who proposed or did what is approved now
   */
  public static Optional<Sentence> refusal(Handle handle, Collection<String> first, String second) {
    return first.stream()
        .flatMap(one -> tie(handle, one, second).stream())
        .map(AccountTie::refusal)
        .findFirst();
  }

  /**
   * Checks that a person can be the second one.
   *
   * @throws NotLegal if one made or changed the account of the other
   */
  public static void check(Handle handle, Collection<String> first, String second) {
    refusal(handle, first, second)
        .ifPresent(
            why -> {
              throw new NotLegal(why);
            });
  }

  /** Returns who else made or changed an account before a time; empty if nobody did. */
  public static Optional<AccountOrigin> origin(Handle handle, String person, Instant before) {
    return handle
        .createQuery(
            """
            select c.maker, u.display_name as maker_name, c.act = 'person-added' as made, c.at,
              c.at > :before::timestamptz - make_interval(days => p.days) as recent
            from two_persons p, account_change c join console_user u on u.user_name = c.maker
            where c.account = :person and c.at <= :before::timestamptz
            order by recent desc, made desc, c.at desc limit 1
            """)
        .bind("person", person)
        .bind("before", before)
        .map(ConstructorMapper.of(AccountOrigin.class))
        .findOne();
  }

  /**
   * Checks a second person, and keeps where their account comes from in the audit log. An account
   * that was made or changed lately is an alarm to the other administrators.
   *
   * @param act what is approved, as in the audit log
   * @param target as in the audit log
   * @throws NotLegal if one made or changed the account of the other
   */
  public static void approve(
      Handle transaction, Collection<String> first, String second, String act, String target) {
    check(transaction, first, second);
    noteOrigin(transaction, second, act, target);
  }

  /** Does the same for one first person. */
  public static void approve(
      Handle transaction, String first, String second, String act, String target) {
    approve(transaction, List.of(first), second, act, target);
  }

  /** Keeps where the account of a person comes from who was checked before. */
  public static void noteOrigin(Handle transaction, String person, String act, String target) {
    Instant now = transaction.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
    origin(transaction, person, now).ifPresent(of -> note(transaction, of, person, act, target));
  }

  private static void note(
      Handle transaction, AccountOrigin origin, String person, String act, String target) {
    AuditLog.add(
        transaction,
        person,
        "approver-account",
        target,
        "%s by %s on %s"
            .formatted(
                origin.made() ? "made" : "changed",
                origin.maker(),
                origin.at().toString().substring(0, "2026-01-01".length())));
    if (origin.recent()) {
      transaction.execute(
          "insert into approval_alarm (act, approver, maker, made, made_at) values (?, ?, ?, ?, ?)",
          act,
          person,
          origin.maker(),
          origin.made(),
          origin.at());
    }
  }
}
