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
 * Connections that tests use again, like the services: to open one takes longer than most
 * statements, since the password is hashed thousands of times on both sides.
 */
public final class PooledConnections {
  /** Of one pool. The server of the tests takes 60 from all, and those that are idle are closed. */
  private static final int MOST = 20;

  /** Some tests make several databases in a second, each with pools of its own. */
  private static final Duration IDLE = Duration.ofMillis(300);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<List<String>, DataSource> POOLS = new ConcurrentHashMap<>();

  private PooledConnections() {}

  /**
   * Returns the pool of a database and a user, which opens connections when they are needed and
   * closes those that are idle.
   *
   * @param url without user and password
   */
  public static DataSource to(String url, String user, String password) {
    return POOLS.computeIfAbsent(
        List.of(url, user, password), known -> opened(url, user, password));
  }

  private static DataSource opened(String url, String user, String password) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(MOST)
                          // A test may have killed the server meanwhile.
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
