package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands a reader's records to the pipeline in turns of about a quarter of a second, so that what
 * was judged first is published first, and the look-ahead never waits long for a partition. Not
 * thread-safe: each reader has its own.
 */
public final class FirstLookTurns implements BatchReader.Handler {
  private static final int FEWEST = 50;

  /** A reader that handled one batch for minutes would count as dead. */
  private static final long GIVING_WAY_NANOS = Duration.ofSeconds(10).toNanos();

  private final CommentPipeline pipeline;
  private final Precedence precedence;
  private final Precedence.GivingWay givingWay;
  private final TurnSize size;

  /**
   * Creates turns.
   *
   * @param most records of a turn
   */
  public FirstLookTurns(CommentPipeline pipeline, Precedence precedence, int most) {
    this.pipeline = pipeline;
    this.precedence = precedence;
    this.givingWay = precedence.ofFirstLook();
    this.size = new TurnSize(FEWEST, FEWEST, most);
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    int from = 0;
    long longest = System.nanoTime() + GIVING_WAY_NANOS;
    while (from < batch.size()) {
      if (System.nanoTime() < longest) {
        givingWay.giveWay();
      }
      // The look-ahead, while it is behind, waits for the partitions that this locks.
      boolean behind = precedence.isLookAheadBehind();
      int most = behind ? FEWEST : size.comments();
      int to = Math.min(batch.size(), from + most);
      long start = System.nanoTime();
      pipeline.handle(batch.subList(from, to));
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      size.took(to - from, time);
      if (to - from == most) {
        precedence.tookFullTurn();
      }
      if (!behind) {
        precedence.took(to - from, time);
      }
      from = to;
    }
  }
}
