package hallmonitor.moderation.store;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The one rule of everything that takes two people: an account that one of them made or changed is
 * not another person. It holds for a number of days after the change, in both directions, and also
 * along a chain of such accounts. For what is grave, two accounts of one maker are tied as well if
 * no other administrator can be told. Triggers on the tables enforce the same rule.
 */
public final class TwoPersons {
  /**
   * What ties two people together.
   *
   * @param account display name of the person with the account
   * @param accountUser their user name
   * @param maker display name of the person who made or changed it
   * @param makerUser their user name
   * @param made whether the account was made, otherwise changed
   * @param direct false if the maker did it with an account of their own making
   * @param shared whether the maker is a third person, who made or changed both accounts
   * @param days for how long it ties them
   */
  public record AccountTie(
      String account,
      String accountUser,
      String maker,
      String makerUser,
      boolean made,
      boolean direct,
      boolean shared,
      Instant at,
      int days) {
    /** Returns why they are not two people, and what to do. */
    public Sentence refusal() {
      return what()
          .and(
              Sentence.of(
                  "For {1} days, the two of them don't count as two people. Ask another person to"
                      + " approve this, or wait until the days are over.",
                  days));
    }

    /** Returns why a person may decide an appeal all the same, where nobody else can. */
    public Sentence exception() {
      return what()
          .and(
              Sentence.of(
                  "Nobody else here can decide this appeal, so you may. The other administrators"
                      + " are told, or it is shown under Approvals."));
    }

    private Sentence what() {
      if (shared) {
        return Sentence.of(
            "{1} made or changed both accounts, and no other administrator with an email address"
                + " could be told.",
            maker);
      }
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

  /**
   * What an alarm is about.
   *
   * @param eachTime otherwise once for each approver, maker and time of the change
   */
  private record Alarm(
      String account, String maker, boolean made, Instant madeAt, boolean eachTime) {}

  /** What is told at once, each time; everything else would be a mail for each reply. */
  private static final Set<String> EACH_TIME =
      Set.of(
          "approve-delete-comment",
          "approve-dispose-records",
          "approve-lift-hold",
          "approve-release-records",
          "approve-remove-picture",
          "approve-change-access",
          "draft-approved");

  private TwoPersons() {}

  /**
   * Sets for how long an account depends on the person who made or changed it.
   *
   * @param days 0 to 365; 0 for not at all
   */
  public static void setDays(Handle transaction, int days) {
    transaction.execute("update two_persons set days = ? where days <> ?", days, days);
  }

  /**
   * Returns what ties two people together; empty if they are two persons.
   *
   * @param grave whether two accounts of one maker can be tied as well
   */
  public static Optional<AccountTie> tie(Handle handle, String one, String other, boolean grave) {
    return handle
        .createQuery(
            """
            select coalesce(a.display_name, t.account) as account, t.account as account_user,
              coalesce(m.display_name, t.maker) as maker, t.maker as maker_user, t.act = 'person-added' as made,
              t.direct, t.shared, t.at, t.days
            from account_tie(:one, :other, :grave) t
            left join console_user a on a.user_name = t.account
            left join console_user m on m.user_name = t.maker
            """)
        .bind("one", one)
        .bind("other", other)
        .bind("grave", grave)
        .map(ConstructorMapper.of(AccountTie.class))
        .findOne();
  }

  /**
   * Returns why a person cannot be the second one; empty if they can.
   *
   * @param first user names of those who proposed or did what is approved now
   */
  public static Optional<Sentence> refusal(Handle handle, Collection<String> first, String second) {
    return anyTie(handle, first, second, false).map(AccountTie::refusal);
  }

  private static Optional<AccountTie> anyTie(
      Handle handle, Collection<String> first, String second, boolean grave) {
    return first.stream().flatMap(one -> tie(handle, one, second, grave).stream()).findFirst();
  }

  /**
   * Returns what ties a person to those behind what is appealed, if nobody else can decide it;
   * empty if they are another person, or must leave it to one.
   */
  public static Optional<AccountTie> exception(
      Handle handle, Collection<String> behind, String decider) {
    return anyTie(handle, behind, decider, false).filter(tie -> !canAnotherDecide(handle, behind));
  }

  private static boolean canAnotherDecide(Handle handle, Collection<String> behind) {
    return handle
        .createQuery("select can_another_decide(:behind)")
        .bindArray("behind", String.class, behind.toArray())
        .mapTo(boolean.class)
        .one();
  }

  /** Returns who else made or changed an account before a time; empty if nobody did. */
  public static Optional<AccountOrigin> origin(Handle handle, String person, Instant before) {
    return handle
        .createQuery(
            """
            select c.maker, u.display_name as maker_name, c.act = 'person-added' as made, c.at,
              c.at > :before::timestamptz - make_interval(days => c.days) as recent
            from account_change c join console_user u on u.user_name = c.maker
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
   * @param grave whether two accounts of one maker can be tied as well
   * @throws NotLegal if one made or changed the account of the other
   */
  public static void approve(
      Handle transaction, String first, String second, String act, String target, boolean grave) {
    tie(transaction, first, second, grave)
        .ifPresent(
            tie -> {
              throw new NotLegal(tie.refusal());
            });
    noteOrigin(transaction, second, act, target);
  }

  /** Does the same for what is not grave. */
  public static void approve(
      Handle transaction, String first, String second, String act, String target) {
    approve(transaction, first, second, act, target, false);
  }

  /**
   * Does the same for the person who decides an appeal. If nobody else can, a person who is tied to
   * those behind it may, and that is an alarm: the person who appeals waits for an answer.
   *
   * @param behind user names of those behind what is appealed
   * @throws NotLegal if another person can decide it
   */
  public static void decide(
      Handle transaction, Collection<String> behind, String decider, String act, String target) {
    Optional<AccountTie> tie = anyTie(transaction, behind, decider, false);
    if (tie.isPresent() && canAnotherDecide(transaction, behind)) {
      throw new NotLegal(tie.get().refusal());
    }
    tie.ifPresent(
        by ->
            alarm(
                transaction,
                decider,
                act,
                new Alarm(by.accountUser(), by.makerUser(), by.made(), by.at(), true)));
    noteOrigin(transaction, decider, act, target);
  }

  /** Keeps where the account of a person comes from who was checked before. */
  public static void noteOrigin(Handle transaction, String person, String act, String target) {
    Instant now = transaction.createQuery("select clock_timestamp()").mapTo(Instant.class).one();
    origin(transaction, person, now).ifPresent(of -> note(transaction, of, person, act, target));
  }

  /**
   * Keeps that what a person did to an account in this transaction carries out a change that two
   * persons approved. It ties nobody.
   */
  public static void carriedOut(Handle transaction, String person, String account) {
    transaction.execute(
        """
        insert into approved_change (audit_id)
        select id from audit where actor = ? and target = ? and xmin = pg_current_xact_id()::xid
        """,
        person,
        account);
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
      alarm(
          transaction,
          person,
          act,
          new Alarm(person, origin.maker(), origin.made(), origin.at(), EACH_TIME.contains(act)));
    }
  }

  /**
   * Adds an alarm, and the administrators who are told. The maker is never told alone: the page of
   * approvals then shows it.
   */
  private static void alarm(Handle transaction, String approver, String act, Alarm alarm) {
    transaction
        .createUpdate(
            """
            with alarm as (
              insert into approval_alarm (act, approver, account, maker, made, made_at)
              select :act, :approver, :account, :maker, :made, :made_at::timestamptz
              where :each_time or not exists (
                select from approval_alarm
                where approver = :approver and maker = :maker and made_at = :made_at::timestamptz)
              returning alarm_id)
            insert into approval_alarm_told (alarm_id, user_name)
            select alarm_id, user_name from alarm, console_user
            where role = 'administrator' and locked_until is distinct from 'infinity' and coalesce(email, '') <> ''
              and user_name <> :approver and exists (select from administrators_to_tell(:approver, :maker))
            """)
        .bind("act", act)
        .bind("approver", approver)
        .bind("account", alarm.account())
        .bind("maker", alarm.maker())
        .bind("made", alarm.made())
        .bind("made_at", alarm.madeAt())
        .bind("each_time", alarm.eachTime())
        .execute();
  }
}
