package hallmonitor.system.faults;

import hallmonitor.local.LocalParts;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker in its own process. Arguments: ready file, folder, port, controller port. */
final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String[] arguments) throws Exception {
    AutoCloseable broker =
        new LocalParts()
            .broker(
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
    StopSignal.toEnd(broker);
    Files.createFile(Path.of(arguments[0]));
    Thread.currentThread().join();
  }
}
