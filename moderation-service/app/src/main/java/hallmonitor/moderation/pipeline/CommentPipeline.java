package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.ArchiveBatch;
import hallmonitor.moderation.pipeline.steps.BatchContext;
import hallmonitor.moderation.pipeline.steps.BatchTraces;
import hallmonitor.moderation.pipeline.steps.CommentDecoder;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentUpdate;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.FirstVerdicts;
import hallmonitor.moderation.pipeline.steps.PicturesToRead;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.pipeline.steps.WhichLook;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import hallmonitor.moderation.store.cases.CaseTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/**
 * The first look at comments: from a batch of Kafka records to one committed transaction. {@link
 * #handle} lists the steps. A comment arrives as a {@link CommentSeen}, becomes a {@link
 * CommentUpdate} if it says something new, gets {@link CommentFindings}, and then a {@link
 * CommentVerdict}. What needs the slow models is left to the {@link SecondLook}.
 *
 * <p>When it returns, everything is durable. When it throws, nothing was changed. Handling the same
 * records again changes nothing.
 */
public final class CommentPipeline implements BatchReader.Handler, AutoCloseable {
  private final LookParts parts;
  private final DetectionPool detection;
  private final Precedence precedence;
  private final Runnable left;

  /**
   * Creates a pipeline.
   *
   * @param threads for detecting, at least 1
   * @param precedence of danger that was found ahead
   * @param left called after a commit that may have left something to the second look
   */
  public CommentPipeline(LookParts parts, int threads, Precedence precedence, Runnable left) {
    this.parts = parts;
    this.precedence = precedence;
    this.left = left;
    this.detection = parts.detection(threads);
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    handle(batch, WhichLook.FIRST);
  }

  /**
   * Handles records before their turn, in the same way; only the evidence says that more of the
   * thread may follow.
   */
  public void handleAhead(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    handle(batch, WhichLook.AHEAD);
  }

  private void handle(List<ConsumerRecord<byte[], byte[]>> batch, WhichLook look) throws Exception {
    // 1. Decode: a record that is not a comment fails the batch, which is then split to isolate it.
    List<CommentSeen> seen = CommentDecoder.decode(batch);
    List<CommentVerdict> verdicts =
        parts.database().inTransaction(t -> handle(t, look, batch, seen));
    if (look == WhichLook.AHEAD) {
      precedence.judged(
          seen.stream().map(s -> s.comment().key()).toList(),
          verdicts.stream().filter(CommentVerdict::hides).map(v -> v.key().toString()).toList());
    }
    // 10. Publish the orders and begin the second look: neither need wait for its next check.
    parts.committed().run();
    left.run();
    // 11. Count.
    parts.metrics().handled(seen.size(), verdicts.size());
    parts.metrics().judged(CommentVerdict.last(verdicts));
  }

  private List<CommentVerdict> handle(
      Handle transaction,
      WhichLook look,
      List<ConsumerRecord<byte[], byte[]>> batch,
      List<CommentSeen> seen)
      throws SQLException, InterruptedException {
    Archive archive = new Archive(transaction.getConnection());
    SecondLookQueue queue = new SecondLookQueue(transaction.getConnection());
    RuleSnapshot rules = parts.rulesInForce().knowing(CommentDecoder.accounts(seen));
    Instant now = parts.clock().instant();
    // 2. Lock the partitions, so that no one else works on these comments until the commit.
    archive.own(partitions(batch));
    // 3. Load which of these comments wait for a second look (before their cases, which it may
    // write meanwhile), the archived state of them and their parents, and what the authors of short
    // ones wrote just before.
    Set<CommentKey> waiting = queue.among(CommentDecoder.keys(seen));
    BatchContext before =
        BatchContext.load(
            archive,
            new CaseTable(transaction.getConnection()),
            seen,
            parts.context().readTogether(),
            parts.context().readTogether());
    // 4. Filter: skip what is archived already.
    List<CommentUpdate> updates =
        UpdateFilter.updates(seen, before, parts.context().readTogether());
    // 5. Detect, without the slow models. Pure, on several threads.
    List<CommentFindings> alone =
        parts.metrics().timed(() -> detection.detect(updates, rules, look));
    // 6. Add findings that need other comments.
    CommentComparison others =
        new CommentComparison(transaction.getConnection(), alone, rules, parts.context());
    // 7. Judge: the policy answers with what no second look can take back.
    List<CommentVerdict> verdicts =
        FirstVerdicts.of(others.findings(), rules, parts.doubtful(rules, now), waiting);
    others.keep(verdicts);
    // 8. Archive before hide: a comment is in the archive before it can disappear from the
    // platform. What needs a second look waits for it there, and so do pictures to be read.
    BatchTraces traces = new BatchTraces(batch, seen);
    ArchiveBatch.of(verdicts, rules, parts.languages()).writeTo(archive);
    queue.add(FirstVerdicts.waiting(verdicts, traces), now);
    if (parts.settings().readPictures()) {
      new PicturesToRead(transaction.getConnection()).add(verdicts, traces, now);
    }
    // 9. Write the cases, with their orders and escalations.
    parts.writeCases(transaction, look, verdicts, before.cases(), rules, traces, now);
    return verdicts;
  }

  private static Set<String> partitions(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().map(r -> r.topic() + "-" + r.partition()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    detection.close();
  }
}
