package hallmonitor.moderation.console;

import hallmonitor.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The console's own way to the database: short reads, and writes to people and audit. */
@ApplicationScoped
public class ConsoleDatabase {
  private final Jdbi jdbi;

  ConsoleDatabase(DataSource source) {
    this.jdbi = Database.of(source).installPlugin(new PostgresPlugin());
  }

  public <T> T read(Function<Handle, T> query) {
    return jdbi.withHandle(query::apply);
  }

  /** One transaction. */
  public <T> T write(Function<Handle, T> change) {
    return jdbi.inTransaction(change::apply);
  }

  /** Rows of {@code type}, whose components are named as the columns are. */
  public static <T> org.jdbi.v3.core.mapper.RowMapper<T> rows(Class<T> type) {
    return ConstructorMapper.of(type);
  }
}
