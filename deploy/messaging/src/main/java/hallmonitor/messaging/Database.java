package hallmonitor.messaging;

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
}
