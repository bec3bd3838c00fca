package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Slows down guessing. An attempt is counted BEFORE the input is checked, in a separate
 * transaction, so that parallel guesses count too. From the fifth on, each is followed by a pause,
 * from 1 minute up to 15. One statement counts and decides, so this is SQL.
 */
@ApplicationScoped
class SignInThrottle {
  private static final String COUNT =
      """
      update %s set failed_attempts = failed_attempts + 1,
             locked_until = case when failed_attempts + 1 < 5 then null
               else clock_timestamp()
                    + interval '1 minute' * least(15, power(2, least(failed_attempts, 10) - 4)) end
      where user_name = ? and (locked_until is null or locked_until <= clock_timestamp())
      """;

  private static final String COUNT_PASSWORD = COUNT.formatted("console_user");
  private static final String COUNT_CODE =
      COUNT.formatted("second_factor") + "and (confirmed_at is not null) = ?";

  private final ConsoleDatabase database;

  SignInThrottle(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Counts an attempt.
   *
   * @return false if the name is unknown or paused: the attempt must then fail even with the right
   *     password
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean mayTryPassword(String userName) {
    return database.write(h -> h.execute(COUNT_PASSWORD, userName)) == 1;
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

  /**
   * Records a correct password.
   *
   * @return when that was, by the database's clock
   * @throws IllegalStateException if access was removed meanwhile
   */
  Instant recognized(String userName) {
    return database.write(
        h ->
            h.createQuery(
                    """
                    update console_user set failed_attempts = 0, locked_until = null
                    where user_name = ? and locked_until is distinct from 'infinity'
                    returning clock_timestamp()
                    """)
                .bind(0, userName)
                .mapTo(Instant.class)
                .one());
  }

  /** Also ends every session, until something unlocks it. */
  void lockForGood(String userName) {
    database.write(
        h ->
            h.execute(
                "update console_user set locked_until = 'infinity' where user_name = ?", userName));
  }
}
