package hallmonitor.notifier;

import hallmonitor.messaging.beat.BeatSender;
import hallmonitor.messaging.beat.SelfView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A service in its own process that only gives signs of life, so that a test can kill it. */
final class BeatProcess {
  private BeatProcess() {}

  static Process start(String bootstrapServers, String service) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BeatProcess.class.getName(),
                bootstrapServers,
                service))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    new BeatSender(
            Map.of("bootstrap.servers", args[0]),
            args[1],
            () -> SelfView.of(List.of()),
            InstantSource.system())
        .start();
    // Waits until it is killed, because its threads do not keep the process alive.
    Thread.currentThread().join();
  }
}
