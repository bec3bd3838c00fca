package hallmonitor.local;

import hallmonitor.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command and environment of a service's process; a service has no other configuration.
 *
 * @param config the folder with the district's files
 * @param bootstrapServers Kafka's host and port
 */
record ServiceLaunch(
    StackSettings settings,
    Path config,
    Path secretsFolder,
    LocalSecrets secrets,
    EmbeddedDatabase database,
    String bootstrapServers) {

  private static final String ANSWERS_URL = "HALLMONITOR_ANSWERS_URL";
  private static final String CONSOLE_URL = "HALLMONITOR_CONSOLE_URL";
  private static final String PUSH_ADDRESS = "HALLMONITOR_INGEST_PUSH_ADDRESS";
  private static final String PUSH_PORT = "HALLMONITOR_INGEST_PUSH_PORT";

  /** Returns the port for what platforms deliver: the environment's, if that names one. */
  static String pushPort(StackSettings settings) {
    return System.getenv()
        .getOrDefault(PUSH_PORT, Integer.toString(settings.ports().of(PortName.PUSH)));
  }

  /** Returns the service's process, not started. */
  ProcessBuilder process(ServiceName service) {
    return process(service, settings.root());
  }

  private ProcessBuilder process(ServiceName service, Path root) {
    ProcessBuilder builder = new ProcessBuilder(command(service, root));
    builder.environment().putAll(environment(service));
    return builder;
  }

  /** Returns one more process of the service, with its pages on any free port. */
  ProcessBuilder another(ServiceName service, int health, Path root) {
    ProcessBuilder builder = process(service, root);
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(health));
    builder.environment().put(PUSH_PORT, "0");
    return builder;
  }

  private static List<String> command(ServiceName service, Path root) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.of(service));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.add("-jar");
    command.add(service.jar(root).toString());
    return command;
  }

  /**
   * Returns variables added to this process's own environment, so that secrets set there reach the
   * services.
   */
  private Map<String, String> environment(ServiceName service) {
    Ports ports = settings.ports();
    Map<String, String> variables = new HashMap<>();
    variables.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    // The password is a file in the secrets folder.
    variables.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
    variables.put("KAFKA_SASL_MECHANISM", "PLAIN");
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service.port())));
    variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(service.metrics())));
    variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    variables.put("QUARKUS_DATASOURCE_USERNAME", service.role().sqlName());
    variables.put("QUARKUS_DATASOURCE_PASSWORD", database.password(service.role()));
    variables.put("HALLMONITOR_CONFIG_DIR", config.toString());
    variables.put("HALLMONITOR_SECRETS_DIR", secretsFolder.toString());
    // The C library's default of eight heaps per core would each keep their peak size.
    variables.put("MALLOC_ARENA_MAX", "2");
    // A server may be behind a proxy with an address of its own.
    variables.put(
        CONSOLE_URL, System.getenv().getOrDefault(CONSOLE_URL, ports.http(PortName.CONSOLE)));
    variables.put("QUARKUS_OTEL_SDK_DISABLED", Boolean.toString(settings.otlp().isEmpty()));
    variables.put("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    settings.otlp().ifPresent(to -> variables.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", to));
    switch (service) {
      case MODERATION -> {
        variables.put("QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY", secrets.consoleSessionKey());
        variables.put("HALLMONITOR_CONSOLE_PRACTICE", ports.http(PortName.PRACTICE));
        variables.put("HALLMONITOR_CONSOLE_MAILBOX", ports.http(PortName.MAILBOX));
        // Invitations; everything else is mailed by the notifier.
        variables.put("HALLMONITOR_MAIL_HOST", "127.0.0.1");
        variables.put("HALLMONITOR_MAIL_PORT", Integer.toString(ports.of(PortName.SMTP)));
      }
      case NOTIFIER -> {
        // The proxy that people's phones reach has an address of its own.
        variables.put(
            ANSWERS_URL, System.getenv().getOrDefault(ANSWERS_URL, ports.http(PortName.NOTIFIER)));
        if (settings.backup().isPresent()) {
          variables.put(
              "HALLMONITOR_BACKUP_STATE", new DataFolder(settings.data()).backupState().toString());
        }
        variables.put(
            "HALLMONITOR_EVIDENCE_CHECKPOINTS_DIR",
            new DataFolder(settings.data()).checkpoints().toString());
        variables.put("HALLMONITOR_MAIL_HOST", "127.0.0.1");
        variables.put("HALLMONITOR_MAIL_PORT", Integer.toString(ports.of(PortName.SMTP)));
      }
      case INGEST -> {
        // A server may have an address of its own that the internet reaches.
        variables.put(
            PUSH_ADDRESS,
            System.getenv().getOrDefault(PUSH_ADDRESS, "http://127.0.0.1:" + pushPort(settings)));
        variables.put(PUSH_PORT, pushPort(settings));
      }
    }
    variables.putAll(settings.environment());
    return variables;
  }
}
