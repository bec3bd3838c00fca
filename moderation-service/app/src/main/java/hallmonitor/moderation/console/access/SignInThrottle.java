package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * How guessing is slowed down. An attempt is counted BEFORE what was typed is looked at, in a
 * transaction of its own, so that guesses made at the same time count too. From the fifth on each
 * one is followed by a pause, of 1 minute at first and 15 at most. One statement counts and
 * decides, which is why this is SQL.
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
   * @return false when the name is unknown or paused: the attempt must fail whatever its password
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean mayTryPassword(String userName) {
    return database.write(h -> h.execute(COUNT_PASSWORD, userName)) == 1;
  }

  /**
   * @param confirmed whether the code signs in; otherwise it ends the setting up
   * @return false when there is no such second step or it is paused: no code may open
   */
  @Transactional(TxType.REQUIRES_NEW)
  boolean mayTryCode(String userName, boolean confirmed) {
    return database.write(h -> h.execute(COUNT_CODE, userName, confirmed)) == 1;
  }

  /**
   * The password was right.
   *
   * @return when that was, by the database's clock
   * @throws IllegalStateException when access was removed meanwhile
   */
  Instant recognised(String userName) {
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

  /** Ends every session too; a new first password opens it again. */
  void lockForGood(String userName) {
    database.write(
        h ->
            h.execute(
                "update console_user set locked_until = 'infinity' where user_name = ?", userName));
  }
}
