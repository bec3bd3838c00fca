package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A reader in its own process, which some records end. It says what it has handled. */
final class ReaderProcess {
  private ReaderProcess() {}

  static Process start(String bootstrapServers, String topic) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReaderProcess.class.getName(),
            bootstrapServers,
            topic)
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    Map<String, Object> broker = Map.of("bootstrap.servers", args[0]);
    new BatchReader(
            "the reader",
            KafkaClients.consumer(broker, args[1], 500),
            List.of(args[1]),
            batch -> {
              for (var record : batch) {
                handle(new String(record.value(), UTF_8));
              }
            },
            new DeadLetters(KafkaClients.producer(broker), args[1]),
            () -> true)
        .start();
    Thread.currentThread().join();
  }

  private static void handle(String text) {
    if (text.equals("kills")) {
      Runtime.getRuntime().halt(DeadlyRecordTest.KILLED); // as the kernel does for lack of memory
    }
    if (text.equals("fills the memory")) {
      List<long[]> all = new ArrayList<>();
      while (all.size() < Integer.MAX_VALUE) {
        all.add(new long[1 << 20]);
      }
    }
    System.out.println("handled " + text);
  }
}
