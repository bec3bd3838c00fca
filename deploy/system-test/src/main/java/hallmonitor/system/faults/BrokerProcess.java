package hallmonitor.system.faults;

import static java.util.stream.Collectors.toMap;

import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerPasswords;
import hallmonitor.embedded.BrokerRules;
import hallmonitor.embedded.EmbeddedKafka;
import hallmonitor.embedded.PipelineTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A broker in its own process, behind a proxy. Arguments: ready file, folder, port, controller
 * port, the proxy's port.
 */
final class BrokerProcess {
  private static final String VARIABLE = "BROKER_PASSWORD_OF_";

  private BrokerProcess() {}

  /** Returns the passwords as variables: everyone on the machine can see a process's arguments. */
  static Map<String, String> secrets(BrokerAccess access) {
    return access
        .passwords()
        .map(
            all ->
                all.byUser().entrySet().stream()
                    .collect(toMap(user -> VARIABLE + user.getKey(), Map.Entry::getValue)))
        .orElse(Map.of());
  }

  /** Returns who may use the broker of this process, by those variables. */
  static BrokerAccess access() {
    return BrokerAccess.by(BrokerPasswords.from(user -> System.getenv(VARIABLE + user)));
  }

  public static void main(String[] arguments) throws Exception {
    BrokerAccess access = access();
    EmbeddedKafka broker =
        EmbeddedKafka.startBehind(
            Integer.parseInt(arguments[4]),
            Path.of(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            access);
    Map<String, Object> owner = access.owner(broker.bootstrapServers());
    PipelineTopics.createOn(owner);
    BrokerRules.setOn(owner);
    StopSignal.toEnd(broker);
    Files.createFile(Path.of(arguments[0]));
    Thread.currentThread().join();
  }
}
