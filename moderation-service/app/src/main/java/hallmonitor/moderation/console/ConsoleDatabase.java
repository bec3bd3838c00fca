package hallmonitor.moderation.console;

import hallmonitor.messaging.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The console's database access: short reads, and writes to people and audit. */
@ApplicationScoped
public class ConsoleDatabase {
  private final Jdbi jdbi;

  ConsoleDatabase(DataSource source) {
    this.jdbi = Database.of(source).installPlugin(new PostgresPlugin());
  }

  public <T> T read(Function<Handle, T> query) {
    return jdbi.withHandle(query::apply);
  }

  /** Runs a change in one transaction. */
  public <T> T write(Function<Handle, T> change) {
    return jdbi.inTransaction(change::apply);
  }

  /** Maps rows to {@code type}, with components named like the columns. */
  public static <T> org.jdbi.v3.core.mapper.RowMapper<T> rows(Class<T> type) {
    return ConstructorMapper.of(type);
  }
}
