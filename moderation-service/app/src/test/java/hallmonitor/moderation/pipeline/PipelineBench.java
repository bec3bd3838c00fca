package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Prints how many comments per second the pipeline takes from records in memory to committed rows,
 * with cheap detectors and durable commits. Run {@code main} of this class with the tests' class
 * path. One comment in a hundred breaks the policy.
 */
final class PipelineBench {
  private static final int BATCH = 1000;
  private static final int BATCHES = 60;

  private PipelineBench() {}

  public static void main(String[] arguments) throws Exception {
    int readers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    Stage stage = new Stage();
    run(stage, readers, "warm-up");
    for (int round = 1; round <= 3; round++) {
      long start = System.nanoTime();
      run(stage, readers, "round-" + round);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d reader(s): %,.0f comments/s%n", readers, readers * BATCHES * BATCH / seconds);
    }
    System.exit(0);
  }

  private static void run(Stage stage, int readers, String round) throws Exception {
    List<Thread> threads =
        IntStream.range(0, readers)
            .mapToObj(reader -> new Thread(() -> read(stage, reader, round)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void read(Stage stage, int reader, String round) {
    try {
      for (int batch = 0; batch < BATCHES; batch++) {
        stage.pipeline.handle(batch(reader, round + "-" + reader + "-" + batch + "-"));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> batch(int partition, String prefix) {
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                aComment(prefix + i)
                    .saying(
                        (i % 100 == 0 ? "you idiot, " : "")
                            + "see you all at the game on Friday, doors open at six; comment "
                            + i)
                    .record())
        .map(
            r ->
                new ConsumerRecord<byte[], byte[]>(
                    r.topic(), partition, r.offset(), r.key(), r.value()))
        .toList();
  }
}
