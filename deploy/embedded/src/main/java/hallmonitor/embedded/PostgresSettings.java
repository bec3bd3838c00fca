package hallmonitor.embedded;

import java.util.List;
import java.util.stream.Stream;

/** The server's settings: durable, small, and silent about what people wrote. */
public final class PostgresSettings {
  /** Options of initdb, which are fixed for a server's files. */
  public static final List<String> INITIAL =
      List.of(
          "--auth-host=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8");

  static final String FILE = "hallmonitor.conf";

  private static final String COMMON =
      """
      # A commit that was answered survives a power cut.
      fsync = on
      synchronous_commit = on
      full_page_writes = on

      # About 100 MB at rest for all of its processes.
      max_connections = 60
      shared_buffers = 48MB
      work_mem = 4MB
      maintenance_work_mem = 32MB
      autovacuum_max_workers = 2
      # A burst changes tables within seconds, and plans are made by what is known of them.
      autovacuum_naptime = 15s
      max_worker_processes = 2
      max_logical_replication_workers = 0
      max_parallel_workers = 0
      max_parallel_workers_per_gather = 0
      jit = off

      # One machine, no replica: without a backup, the log of changes needs only what recovery needs.
      wal_level = minimal
      max_wal_senders = 0
      max_wal_size = 512MB
      min_wal_size = 64MB
      checkpoint_completion_target = 0.9

      # Statements and the details of errors would carry the text of comments.
      log_min_messages = warning
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_statement = none
      log_checkpoints = off
      log_parameter_max_length_on_error = 0
      log_line_prefix = '%m [%p] %u '
      log_timezone = 'UTC'
      timezone = 'UTC'
      """;

  /** Of a server with a standby: a commit that was answered is on both. */
  static final String FOLLOWED =
      """
      wal_level = replica
      max_wal_senders = 4
      wal_keep_size = 256MB
      synchronous_standby_names = 'ANY 1 (*)'
      """;

  private PostgresSettings() {}

  /**
   * Settings for a server that is not reachable from outside this machine.
   *
   * @param more settings that come last and win
   */
  static String onLoopback(int port, String more) {
    return """
    # Written at every start; changes belong in postgresql.auto.conf.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''

    """
            .formatted(port)
        + COMMON
        + more;
  }

  /** Settings of a standby. */
  static String following(int primary, String superuserPassword) {
    return """

    # No standby starts with less than its primary had, which initdb ran with its own values.
    max_connections = 100
    max_worker_processes = 8
    max_wal_senders = 10
    wal_level = replica
    wal_retrieve_retry_interval = 200ms
    primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s'
    """
        .formatted(primary, superuserPassword);
  }

  /**
   * The same settings as arguments of a server in its own container, which decides who can reach
   * it.
   */
  public static List<String> inContainer() {
    return Stream.concat(Stream.of("listen_addresses = '*'"), COMMON.lines())
        .filter(line -> line.contains(" = "))
        .map(line -> line.replace(" = ", "=").replace("'", ""))
        .flatMap(setting -> Stream.of("-c", setting))
        .toList();
  }
}
