package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson.UnreadableEvent;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.BatchReader.Unusable;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.BatchContext;
import hallmonitor.moderation.pipeline.steps.CommentDecoder;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentUpdate;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.FirstVerdicts;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.pipeline.steps.WhichLook;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.CommentRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads ahead of the first look, so that a threat never waits behind thousands of other comments:
 * of the records that the first look will not reach soon, it gives the dangerous ones to the
 * pipeline at once. It writes nothing else. When the first look reaches them, they say nothing new.
 *
 * <p>It judges each comment alone, without what the archive knows of it, which is fast. What is
 * dangerous only together with other comments waits for its turn.
 */
public final class LookAhead implements BatchReader.Handler, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LookAhead.class.getName());

  /** The first look reaches that many records within moments. */
  private static final long SOON = 500;

  /** From here on, what waits for a second look is also given to the pipeline. */
  private static final double DANGEROUS = 0.8;

  private final LookParts parts;
  private final DetectionPool detection;
  private final BatchReader.Handler pipeline;
  private final FirstLookPositions positions;

  /**
   * Creates a reader.
   *
   * @param threads for detecting, at least 1
   * @param pipeline gets the dangerous records
   * @param positions how far the first look has come
   */
  public LookAhead(
      LookParts parts, int threads, BatchReader.Handler pipeline, FirstLookPositions positions) {
    this.parts = parts;
    this.detection = parts.detection(threads);
    this.pipeline = pipeline;
    this.positions = positions;
  }

  /** Never sets a record aside: what cannot be judged is left to the first look. */
  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    try {
      lookAt(batch);
    } catch (Unusable | UnreadableEvent | StackOverflowError e) {
      if (batch.size() == 1) {
        LOG.log(
            System.Logger.Level.WARNING,
            "A record was not looked at ahead of the first look: {0}",
            e.getClass().getSimpleName());
        return;
      }
      int middle = batch.size() / 2;
      handle(batch.subList(0, middle));
      handle(batch.subList(middle, batch.size()));
    }
  }

  private void lookAt(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    List<Distant> distant = distant(batch);
    Set<CommentKey> dangerous = dangerous(distant);
    if (dangerous.isEmpty()) {
      return;
    }
    dangerous.retainAll(whole(distant, dangerous));
    List<ConsumerRecord<byte[], byte[]>> urgent =
        distant.stream().filter(d -> dangerous.contains(d.key())).map(Distant::record).toList();
    if (!urgent.isEmpty()) {
      pipeline.handle(urgent);
      parts.metrics().readAhead(urgent.size());
    }
  }

  private List<Distant> distant(List<ConsumerRecord<byte[], byte[]>> batch)
      throws InterruptedException {
    List<Distant> distant = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (record.offset() > positions.next(record.topic(), record.partition()) + SOON) {
        Distant.of(record).ifPresent(distant::add);
      }
    }
    return distant;
  }

  private Set<CommentKey> dangerous(List<Distant> distant) throws InterruptedException {
    List<CommentSeen> seen = distant.stream().map(Distant::seen).toList();
    RuleSnapshot rules = parts.rulesInForce().knowing(CommentDecoder.accounts(seen));
    List<CommentUpdate> alone = UpdateFilter.updates(seen, BatchContext.EMPTY, Duration.ZERO);
    List<CommentFindings> found = detection.detect(alone, rules, WhichLook.FIRST);
    return FirstVerdicts.of(found, rules, parts.doubtful(rules, parts.clock().instant()), Set.of())
        .stream()
        .filter(judged -> judged.isDangerous(DANGEROUS))
        .map(CommentVerdict::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Returns the comments that are archived or begin here. An edit waits for the record of its
   * comment, which evidence quotes.
   */
  private Set<CommentKey> whole(List<Distant> distant, Set<CommentKey> dangerous) throws Exception {
    Set<CommentKey> whole =
        SingleConnection.in(
            parts.database(),
            t ->
                new Archive(t.getConnection())
                    .comments(dangerous).stream()
                        .map(CommentRow::key)
                        .collect(Collectors.toCollection(HashSet::new)));
    distant.stream()
        .filter(d -> d.seen().kind() == CommentSeen.Kind.CREATED)
        .map(Distant::key)
        .forEach(whole::add);
    return whole;
  }

  @Override
  public void close() {
    detection.close();
  }

  private record Distant(ConsumerRecord<byte[], byte[]> record, CommentSeen seen) {
    /** The first look sets aside what cannot be read. */
    static Optional<Distant> of(ConsumerRecord<byte[], byte[]> record) {
      try {
        return CommentDecoder.decode(List.of(record)).stream()
            .map(seen -> new Distant(record, seen))
            .findFirst();
      } catch (UnreadableEvent e) {
        return Optional.empty();
      }
    }

    CommentKey key() {
      return new CommentKey(seen.comment().account(), seen.comment().id());
    }
  }
}
