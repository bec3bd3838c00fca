package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.jdbi.v3.core.Handle;

/**
 * Slows down guessing. An attempt is counted BEFORE the input is checked, in a separate
 * transaction, so that parallel guesses count too. What one {@link AttemptSource} tries for a name
 * is followed by a pause from its fifth attempt on, from 1 minute up to 15. A day without an
 * attempt forgives. All strangers together have 100 attempts an hour: the pauses leave one network
 * a dozen, so that no network alone keeps a person out elsewhere, however long it goes on. One
 * statement counts and decides, so this is SQL.
 */
@ApplicationScoped
class SignInThrottle {
  private static final int FREE = 5;
  private static final int FREE_FOR_ALL_STRANGERS = 100;
  private static final String STRANGERS = "strangers";

  private static final String FORGET =
      "delete from sign_in_try where last_at < clock_timestamp() - interval '1 day'";

  private static final String START_OVER =
      """
      delete from sign_in_try
      where user_name = ? and source = ? and began_at < clock_timestamp() - interval '1 hour'
        and (paused_until is null or paused_until <= clock_timestamp())
      """;

  private static final String COUNT_PASSWORD =
      """
      insert into sign_in_try as t (user_name, source, failed, last_at)
      values (:name, :source, 1, clock_timestamp())
      on conflict (user_name, source) do update set
        failed = t.failed + 1,
        last_at = clock_timestamp(),
        paused_until = case when t.failed + 1 < :free then null
          else clock_timestamp()
               + interval '1 minute' * least(15, power(2, least(t.failed + 1 - :free, 4))) end
      where t.paused_until is null or t.paused_until <= clock_timestamp()
      """;

  private static final String COUNT_CODE =
      """
      update second_factor set failed_attempts = failed_attempts + 1,
             locked_until = case when failed_attempts + 1 < 5 then null
               else clock_timestamp()
                    + interval '1 minute' * least(15, power(2, least(failed_attempts, 10) - 4)) end
      where user_name = ? and (locked_until is null or locked_until <= clock_timestamp())
        and (confirmed_at is not null) = ?
      """;

  private final ConsoleDatabase database;

  SignInThrottle(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Counts an attempt.
   *
   * @param userName empty for a name that nobody has
   * @return false while this source is paused for this name: the attempt must then fail even with
   *     the right password
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean mayTryPassword(String userName, AttemptSource source) {
    return database.write(
        h -> {
          h.execute(FORGET);
          return count(h, userName, source.key(), FREE)
              && (!source.isStranger() || countStranger(h, userName));
        });
  }

  private static boolean countStranger(Handle h, String userName) {
    h.execute(START_OVER, userName, STRANGERS);
    return count(h, userName, STRANGERS, FREE_FOR_ALL_STRANGERS);
  }

  private static boolean count(Handle h, String userName, String source, int free) {
    return h.createUpdate(COUNT_PASSWORD)
            .bind("name", userName)
            .bind("source", source)
            .bind("free", free)
            .execute()
        == 1;
  }

  /** Forgives what this source tried after a correct password; other strangers stay counted. */
  void recognized(String userName, AttemptSource source) {
    database.write(
        h -> {
          h.execute(
              "delete from sign_in_try where user_name = ? and source = ?", userName, source.key());
          return source.isStranger()
              ? h.execute(
                  """
                  update sign_in_try set failed = greatest(0, failed - 1)
                  where user_name = ? and source = ?
                  """,
                  userName,
                  STRANGERS)
              : 0;
        });
  }

  /** Forgives everything tried for a name, in the caller's transaction. */
  void forgive(String userName) {
    database.write(h -> h.execute("delete from sign_in_try where user_name = ?", userName));
  }

  /**
   * Counts an attempt.
   *
   * @param confirmed whether the code signs in; otherwise it ends the setup
   * @return false if there is no such second factor or if it is paused: no code may then be
   *     accepted
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean mayTryCode(String userName, boolean confirmed) {
    return database.write(h -> h.execute(COUNT_CODE, userName, confirmed)) == 1;
  }

  /** Lasts until something unlocks it. */
  void lockForGood(String userName) {
    database.write(
        h ->
            h.execute(
                "update console_user set locked_until = 'infinity' where user_name = ?", userName));
  }
}
