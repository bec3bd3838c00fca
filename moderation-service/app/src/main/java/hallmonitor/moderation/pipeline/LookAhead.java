package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson.UnreadableEvent;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Blame;
import hallmonitor.messaging.Database;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.BatchContext;
import hallmonitor.moderation.pipeline.steps.CommentDecoder;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentUpdate;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.DetectionRun;
import hallmonitor.moderation.pipeline.steps.FirstVerdicts;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.pipeline.steps.UrgentTurns;
import hallmonitor.moderation.pipeline.steps.WhichLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads ahead of the first look, so that a threat never waits behind thousands of other comments:
 * of the records that the first look will not reach soon, it gives the dangerous ones to the
 * pipeline at once. It writes nothing else. When the first look reaches them, they say nothing new.
 *
 * <p>It reads with the written rules alone, and judges only what one of them finds: a fifth of the
 * work, for nearly all danger. It does so without the archive. What only the models find, or is
 * dangerous only together with comments read before, waits for its turn.
 */
public final class LookAhead implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LookAhead.class.getName());

  /** A partition is locked for a turn, and what it found is published after it. */
  private static final int TURN = 50;

  /**
   * From here on, what a rule finds is judged. Of 4,000 ordinary comments 9 are, and of 127
   * dangerous ones all but two.
   */
  private static final double WORTH_JUDGING = 0.4;

  /** From here on, what waits for a second look is also given to the pipeline. */
  private static final double DANGEROUS = 0.8;

  private final LookParts parts;
  private final DetectionPool detection;
  private final FirstLookPositions positions;
  private final Precedence precedence;

  /**
   * Creates a reader.
   *
   * @param threads for detecting, at least 1
   * @param positions how far the first look has come
   * @param precedence that this has over both looks
   */
  public LookAhead(
      LookParts parts, int threads, FirstLookPositions positions, Precedence precedence) {
    this.parts = parts;
    this.detection = parts.detection(threads);
    this.positions = positions;
    this.precedence = precedence;
  }

  /**
   * Returns a handler that never sets a record aside: what cannot be judged is left to the first
   * look.
   *
   * @param pipeline gets the dangerous records
   */
  public BatchReader.Handler givingTo(BatchReader.Handler pipeline) {
    return batch -> handle(batch, pipeline);
  }

  private void handle(List<ConsumerRecord<byte[], byte[]>> batch, BatchReader.Handler pipeline)
      throws Exception {
    try {
      lookAt(batch, pipeline);
    } catch (Exception | Error e) {
      if (!Blame.mayBeOnRecord(e, Database.health(parts.database()))) {
        throw e;
      }
      if (batch.size() == 1) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The record at {0} was not looked at ahead of the first look: {1}",
            BatchReader.place(batch.get(0)),
            e.getClass().getSimpleName());
        return;
      }
      int middle = batch.size() / 2;
      handle(batch.subList(0, middle), pipeline);
      handle(batch.subList(middle, batch.size()), pipeline);
    }
  }

  private void lookAt(List<ConsumerRecord<byte[], byte[]>> batch, BatchReader.Handler pipeline)
      throws Exception {
    List<ConsumerRecord<byte[], byte[]>> distant = new ArrayList<>();
    List<CommentSeen> seen = new ArrayList<>();
    long soon = precedence.reachedSoon();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (record.offset() >= positions.next(record.topic(), record.partition()) + soon) {
        decoded(record)
            .ifPresent(
                comment -> {
                  distant.add(record);
                  seen.add(comment);
                });
      }
    }
    for (List<Integer> turn : UrgentTurns.of(seen, verdicts(seen), DANGEROUS, TURN)) {
      precedence.found(keys(turn, seen));
      pipeline.handle(turn.stream().map(distant::get).toList());
      parts.metrics().readAhead(turn.size());
    }
  }

  private static List<String> keys(List<Integer> turn, List<CommentSeen> seen) {
    return turn.stream().map(i -> seen.get(i).comment().key()).toList();
  }

  /** Leaves what cannot be read to the first look, which sets it aside. */
  private static Optional<CommentSeen> decoded(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(CommentDecoder.decode(List.of(record)).get(0));
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  private List<CommentVerdict> verdicts(List<CommentSeen> seen) throws InterruptedException {
    RuleSnapshot rules = parts.rulesInForce().knowing(CommentDecoder.accounts(seen));
    List<CommentUpdate> worth =
        UpdateFilter.updates(seen, BatchContext.EMPTY, parts.context().readTogether()).stream()
            .filter(update -> DetectionRun.isSeenAtAGlance(update, rules, WORTH_JUDGING))
            .toList();
    List<CommentFindings> found = detection.detect(worth, rules, WhichLook.AHEAD);
    return FirstVerdicts.of(found, rules, parts.doubtful(rules, parts.clock().instant()), Set.of());
  }

  @Override
  public void close() {
    detection.close();
  }
}
