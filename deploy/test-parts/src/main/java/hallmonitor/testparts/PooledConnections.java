package hallmonitor.testparts;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Connections that tests reuse, like the services: opening one takes longer than most statements,
 * because the password is hashed thousands of times on both sides.
 */
public final class PooledConnections {
  /**
   * Most connections of one pool. The tests' server accepts 60 in total, and idle ones are closed.
   */
  private static final int MOST = 20;

  /** Some tests create several databases in a second, each with its own pools. */
  private static final Duration IDLE = Duration.ofMillis(300);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<List<String>, AgroalDataSource> POOLS = new ConcurrentHashMap<>();

  private PooledConnections() {}

  /**
   * Returns the pool of a database and a user, which opens connections when they are needed and
   * closes idle ones.
   *
   * @param url without user and password
   */
  public static DataSource to(String url, String user, String password) {
    return POOLS.computeIfAbsent(
        List.of(url, user, password), known -> opened(url, user, password));
  }

  /** Ends all connections to a database that no test uses again, and the threads behind them. */
  public static void end(String url) {
    POOLS
        .entrySet()
        .removeIf(
            pool -> {
              boolean ends = pool.getKey().get(0).equals(url);
              if (ends) {
                pool.getValue().close();
              }
              return ends;
            });
  }

  private static AgroalDataSource opened(String url, String user, String password) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(MOST)
                          // A test may have killed the server in the meantime.
                          .validateOnBorrow(true)
                          .connectionValidator(ConnectionValidator.defaultValidator())
                          .acquisitionTimeout(PATIENCE)
                          .reapTimeout(IDLE)
                          .connectionFactoryConfiguration(
                              factory ->
                                  factory
                                      .jdbcUrl(url)
                                      .principal(new NamePrincipal(user))
                                      .credential(new SimplePassword(password)))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
