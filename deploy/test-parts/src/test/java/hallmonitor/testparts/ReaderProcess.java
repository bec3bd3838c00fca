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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Readers in their own process, which some records end. They say what they have handled. */
final class ReaderProcess {
  private static final CountDownLatch SLOW_ONE_BEGUN = new CountDownLatch(1);

  private ReaderProcess() {}

  /** Starts a process with one reader for each topic. */
  static Process start(String bootstrapServers, List<String> topics) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReaderProcess.class.getName(),
                bootstrapServers));
    command.addAll(topics);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  public static void main(String[] args) throws InterruptedException {
    // With a name of its own, it takes the place of the one that died, which would be waited for.
    Map<String, Object> broker =
        Map.of("bootstrap.servers", args[0], "group.instance.id", "the-reader");
    for (String topic : List.of(args).subList(1, args.length)) {
      read(broker, topic);
    }
    Thread.currentThread().join();
  }

  private static void read(Map<String, Object> broker, String topic) {
    new BatchReader(
            topic,
            KafkaClients.consumer(broker, topic, 500),
            List.of(topic),
            batch -> {
              for (var record : batch) {
                handle(new String(record.value(), UTF_8));
              }
            },
            new DeadLetters(KafkaClients.producer(broker), topic),
            () -> true)
        .start();
  }

  private static void handle(String text) throws InterruptedException {
    if (text.startsWith("slow")) {
      SLOW_ONE_BEGUN.countDown();
      Thread.sleep(300);
    }
    if (text.equals("kills while another is in hand")) {
      SLOW_ONE_BEGUN.await(1, TimeUnit.SECONDS);
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
