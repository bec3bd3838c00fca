package hallmonitor.messaging;

import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * A service's database. Errors name the statement's failure and never the values that were bound to
 * it; constants are read by their codes.
 */
public final class Database {
  private Database() {}

  public static Jdbi of(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerColumnMapper(new EnumCodeMapper());
    return jdbi;
  }

  /**
   * Returns what tells whether a database answers and takes changes; false if it is unreachable,
   * overloaded, or a standby.
   */
  public static BooleanSupplier health(Jdbi database) {
    return () -> {
      try {
        return database.withHandle(
            handle ->
                handle
                    .createQuery("select current_setting('transaction_read_only') = 'off'")
                    .mapTo(Boolean.class)
                    .one());
      } catch (RuntimeException e) {
        return false;
      }
    };
  }
}
