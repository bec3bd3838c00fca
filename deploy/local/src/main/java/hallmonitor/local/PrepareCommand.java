package hallmonitor.local;

import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.embedded.BrokerRules;
import hallmonitor.embedded.DatabaseNames;
import hallmonitor.embedded.PipelineTopics;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a PostgreSQL and a Kafka ready for the services: what the local run does automatically. */
@Command(
    name = "deploy/prepare",
    description = {
      "Prepares a PostgreSQL and a Kafka of your own for the three services: the database"
          + " hallmonitor, a role and a schema for each service, the keeper of the evidence, the"
          + " topics, and the services' rights on Kafka. What is there already stays; only the roles' passwords are set each time.",
      "Run it before the first start and before the first start of a newer version.%n"
    })
public final class PrepareCommand implements Callable<Integer> {
  /** How a service shows the broker who it is. */
  enum SignIn {
    PASSWORDS,
    CERTIFICATES;

    String principal(String user) {
      return this == CERTIFICATES ? "CN=" + user : user;
    }
  }

  @Option(
      names = "--district",
      paramLabel = "ID",
      description =
          "one of several on this PostgreSQL and this Kafka: it gets a database hallmonitor_ID, and"
              + " names of roles, topics and users that begin with ID")
  private @Nullable String district;

  @Option(
      names = "--database",
      paramLabel = "HOST:PORT",
      description = "PostgreSQL, opened as the user postgres; leave it out to prepare only Kafka")
  private @Nullable String database;

  @Option(
      names = "--secrets",
      paramLabel = "FOLDER",
      description =
          "holds the passwords: database-postgres, and database- with each service's name (/run/secrets)")
  private Path secrets = Path.of("/run/secrets");

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "a broker, or several separated by commas; leave it out to prepare no topics")
  private @Nullable String kafka;

  @Option(
      names = "--kafka-settings",
      paramLabel = "FILE",
      description = "more settings of Kafka's client, as a properties file: how it signs in")
  private @Nullable Path kafkaSettings;

  @Option(
      names = "--rights",
      paramLabel = "passwords|certificates",
      description =
          "also give the services their rights, by the users ingest, moderation and notifier, or by"
              + " certificates for CN=ingest and so on; Kafka needs an authorizer for it")
  private @Nullable SignIn rights;

  @Option(
      names = "--copies",
      paramLabel = "N",
      defaultValue = "1",
      description = "on how many brokers each new topic is kept (${DEFAULT-VALUE})")
  private short copies = 1;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "how long the database may still be starting (${DEFAULT-VALUE})")
  private int patience = 120;

  public static void main(String[] arguments) {
    LauncherLog.onlyWarnings();
    Tool.main(new PrepareCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (database == null && kafka == null) {
      throw new ToolFailure(
          "Say what to prepare: --database HOST:PORT, --kafka HOST:PORT or both.");
    }
    if (district != null && !TopicPrefix.isId(district)) {
      throw new ToolFailure(
          "--district takes 1 to 20 small letters and digits, a letter first, such as maple.");
    }
    if (database != null) {
      new DatabasePreparation(database, databaseNames(), secrets, Duration.ofSeconds(patience))
          .carryOut();
      System.out.println("The database at " + database + " has its roles and schemas.");
    }
    if (kafka != null) {
      prepareTopics(kafka);
    }
    return 0;
  }

  private DatabaseNames databaseNames() {
    return district == null ? DatabaseNames.ALONE : DatabaseNames.ofDistrict(district);
  }

  private TopicPrefix prefix() {
    return district == null ? TopicPrefix.NONE : TopicPrefix.ofDistrict(district);
  }

  private void prepareTopics(String brokers) throws IOException {
    Map<String, Object> connection = KafkaSettingsFile.connection(brokers, kafkaSettings);
    try {
      List<String> made = PipelineTopics.createOn(connection, prefix(), copies);
      System.out.printf("Kafka at %s has its topics; %d are new.%n", brokers, made.size());
      if (rights != null) {
        BrokerRules.setOn(connection, prefix(), rights::principal);
        System.out.printf("Each service has its rights on Kafka at %s, and no others.%n", brokers);
      }
    } catch (IllegalStateException e) {
      throw new ToolFailure(
          "Kafka at %s does not take the topics or the rights: %s. Does it run, are there %d brokers, and may this client make topics and rights?"
              .formatted(
                  brokers,
                  e.getCause() == null ? e.getMessage() : e.getCause().getMessage(),
                  copies));
    }
  }
}
