package hallmonitor.messaging;

import hallmonitor.messaging.BatchReader.Aside;
import hallmonitor.messaging.BatchReader.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds the bad record of a batch that fails, and sets it aside once no retry can help. */
final class BatchTries {
  private static final System.Logger LOG = System.getLogger(BatchTries.class.getName());

  /** Takes one and a half seconds, which a passing fault of our own rarely outlasts. */
  static final int MOST_TRIES = 5;

  /**
   * So many in a row look like a fault of the service. From then on, each waits longer, so that
   * such a fault does not empty a topic into the dead letters.
   */
  private static final int MOST_IN_A_ROW = 10;

  private final String reader;
  private final Handler handler;
  private final Aside deadLetters;
  private final BooleanSupplier healthy;
  private final Runnable progressed;
  private final Map<String, Integer> tries = new HashMap<>();
  private int inARow;

  /**
   * Creates it.
   *
   * @param reader its name in the log
   * @param healthy whether the handler's database works
   * @param progressed is run for each record passed over, unless many fail in a row
   */
  BatchTries(
      String reader,
      Handler handler,
      Aside deadLetters,
      BooleanSupplier healthy,
      Runnable progressed) {
    this.reader = reader;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.healthy = healthy;
    this.progressed = progressed;
  }

  /**
   * Halves a failing batch until the bad record is alone, which needs few retries.
   *
   * @throws Exception what the handler threw, if the batch must be tried again
   */
  void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    try {
      handler.handle(batch);
      inARow = 0;
    } catch (Exception | Error e) {
      if (!Blame.mayBeOnRecord(e, healthy)) {
        throw e;
      }
      if (batch.size() > 1) {
        int middle = batch.size() / 2;
        handle(batch.subList(0, middle));
        handle(batch.subList(middle, batch.size()));
      } else if (Blame.of(e) == Blame.RECORD || isLastTry(batch.get(0))) {
        passOver(batch.get(0), e);
      } else {
        throw e;
      }
    }
  }

  /** Forgets the tries of what was read, because all of it is done. */
  void succeeded() {
    tries.clear();
  }

  void setAside(ConsumerRecord<byte[], byte[]> record, Throwable why) {
    LOG.log(
        System.Logger.Level.ERROR,
        "{0}: {1} is set aside with the failed messages: {2}",
        reader,
        place(record),
        DeadLetters.describe(why));
    deadLetters.add(record, why);
  }

  private boolean isLastTry(ConsumerRecord<byte[], byte[]> record) {
    return tries.merge(place(record), 1, Integer::sum) >= MOST_TRIES;
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, Throwable e) {
    setAside(record, Blame.shown(e));
    inARow++;
    if (inARow < MOST_IN_A_ROW) {
      progressed.run();
    }
  }

  static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
