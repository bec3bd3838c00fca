package hallmonitor.local;

import hallmonitor.embedded.PipelineTopics;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the topics and rights for a Kafka that is not the local run's. */
@Command(
    name = "deploy/broker",
    description = {
      "Prints what a Kafka of your own needs: a script for Kafka's own tools, or resources for"
          + " Strimzi.",
      "The script takes the broker's address, and a file with the connection of a user that may make"
          + " topics and rules.%n"
    })
public final class BrokerCommand implements Callable<Integer> {
  enum Part {
    TOPICS,
    RIGHTS
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "topics|rights", description = "what to print")
  private Part part = Part.TOPICS;

  @Option(
      names = "--strimzi",
      paramLabel = "CLUSTER",
      description = "print resources for this cluster of Strimzi's")
  private @Nullable String strimzi;

  @Option(
      names = "--certificates",
      description = "the services sign in with certificates for CN=ingest and so on, not passwords")
  private boolean certificates;

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "on how many brokers each topic is kept (3)")
  private int copies = 3;

  public static void main(String[] arguments) {
    Tool.main(new BrokerCommand(), arguments);
  }

  @Override
  public Integer call() {
    if (copies < 1 || copies > Short.MAX_VALUE) {
      throw new ToolFailure("--copies must be a number from 1 on, not " + copies + ".");
    }
    List<NewTopic> topics = PipelineTopics.all((short) copies);
    List<BrokerUser> users = List.of(BrokerUser.values());
    String text =
        switch (part) {
          case TOPICS ->
              cluster()
                  .map(name -> StrimziText.topics(name, topics))
                  .orElseGet(() -> KafkaScript.topics(topics));
          case RIGHTS ->
              cluster()
                  .map(name -> StrimziText.users(name, users, certificates))
                  .orElseGet(
                      () ->
                          KafkaScript.rights(
                              users.stream()
                                  .flatMap(user -> BrokerRights.of(user, principal(user)).stream())
                                  .toList()));
        };
    out().print(text);
    out().flush();
    return 0;
  }

  private String principal(BrokerUser user) {
    return "User:" + (certificates ? "CN=" : "") + user.userName();
  }

  private Optional<String> cluster() {
    return Optional.ofNullable(strimzi);
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives it before the call");
    }
    return spec.commandLine().getOut();
  }
}
