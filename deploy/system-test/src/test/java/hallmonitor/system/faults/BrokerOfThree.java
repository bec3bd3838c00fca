package hallmonitor.system.faults;

import hallmonitor.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A broker of three in its own process. Arguments: ready file, folder, cluster, number, port,
 * controller port, and then its settings, each as {@code name=value}.
 */
final class BrokerOfThree {
  private static final int SETTINGS = 6;

  private BrokerOfThree() {}

  /** Returns the arguments after the ready file. */
  static List<String> arguments(
      Path folder, String cluster, int number, int port, int controller, Map<String, String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                folder.toString(),
                cluster,
                Integer.toString(number),
                Integer.toString(port),
                Integer.toString(controller)));
    new TreeMap<>(more).forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    EmbeddedKafka.format(folder, Integer.parseInt(arguments[3]), arguments[2]);
    Map<String, Object> settings = new HashMap<>(Map.of("node.id", arguments[3]));
    for (String setting : List.of(arguments).subList(SETTINGS, arguments.length)) {
      int equals = setting.indexOf('=');
      settings.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    EmbeddedKafka broker =
        EmbeddedKafka.start(
            folder,
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            BrokerProcess.access(),
            settings);
    StopSignal.toEnd(broker);
    Files.createFile(Path.of(arguments[0]));
    Thread.currentThread().join();
  }
}
