package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.pipeline.steps.ArchiveBatch;
import hallmonitor.moderation.pipeline.steps.BatchContext;
import hallmonitor.moderation.pipeline.steps.BatchTraces;
import hallmonitor.moderation.pipeline.steps.CaseUpdates;
import hallmonitor.moderation.pipeline.steps.CommentDecoder;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentUpdate;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.CrossCommentAnalysis;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.AuthorAndTargetHistory;
import hallmonitor.moderation.store.cases.CaseTable;
import hallmonitor.moderation.store.cases.CaseWrite;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.evidence.Captures;
import hallmonitor.moderation.text.language.Languages;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Processes comments from a batch of Kafka records to one committed transaction. {@link #handle}
 * lists the steps. A comment arrives as a {@link CommentSeen}, becomes a {@link CommentUpdate} if
 * it says something new, gets {@link CommentFindings}, and then one {@link CommentVerdict}.
 *
 * <p>When it returns, everything is durable. When it throws, nothing happened. Handling the same
 * records again changes nothing.
 */
public final class CommentPipeline implements BatchReader.Handler, AutoCloseable {
  private final Jdbi database;
  private final RuleSource rulesInForce;
  private final DetectionPool detection;
  private final Languages languages;
  private final CaseSettings settings;
  private final ContextSettings context;
  private final Clock clock;
  private final Runnable relay;
  private final PipelineMetrics metrics;

  /**
   * Creates a pipeline.
   *
   * @param threads for detecting, at least 1
   * @param context how far to look beyond a comment, and how long
   * @param relay called after a commit that may have to be published
   */
  public CommentPipeline(
      Jdbi database,
      RuleSource rulesInForce,
      int threads,
      Languages languages,
      CaseSettings settings,
      ContextSettings context,
      Clock clock,
      Runnable relay,
      PipelineMetrics metrics) {
    this.database = database;
    this.rulesInForce = rulesInForce;
    this.detection = new DetectionPool(threads, context.patience(), metrics::hanging);
    this.languages = languages;
    this.settings = settings;
    this.context = context;
    this.clock = clock;
    this.relay = relay;
    this.metrics = metrics;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    // 1. Decode: a record that is no comment fails the batch, which is then split to isolate it.
    List<CommentSeen> seen = CommentDecoder.decode(batch);
    List<CommentVerdict> verdicts =
        SingleConnection.in(database, transaction -> handle(transaction, batch, seen));
    // 12. Publish the orders: the relay need not wait for its next check.
    relay.run();
    // 13. Count.
    metrics.handled(seen.size(), verdicts.stream().map(CommentVerdict::verdict).toList());
  }

  private List<CommentVerdict> handle(
      Handle transaction, List<ConsumerRecord<byte[], byte[]>> batch, List<CommentSeen> seen)
      throws SQLException, InterruptedException {
    Archive archive = new Archive(transaction.getConnection());
    RuleSnapshot rules = rulesInForce.knowing(accounts(seen));
    Instant now = clock.instant();
    // 2. Lock the partitions, so that nobody else works on these comments until the commit.
    archive.own(partitions(batch));
    // 3. Load what is archived of these comments and their parents, and what the authors of short
    // ones wrote just before.
    BatchContext before =
        BatchContext.load(
            archive, new CaseTable(transaction.getConnection()), seen, context.readTogether());
    // 4. Filter: skip what is archived already.
    List<CommentUpdate> updates = UpdateFilter.updates(seen, before, context.readTogether());
    // 5. Detect. Pure, on several threads.
    List<CommentFindings> alone = metrics.timed(() -> detection.detect(updates, rules));
    // 6. Add findings that need other comments: pile-ons on one person, the authors' history.
    List<CommentFindings> all =
        compare(new AuthorAndTargetHistory(transaction.getConnection()), alone, rules);
    // 7. Judge: the policy answers once for each comment, with everything known about it.
    List<CommentVerdict> verdicts = all.stream().map(found -> found.judge(rules)).toList();
    // 8. Decide the effects on the cases: what opens, what is ordered, who is told.
    List<CaseWrite> writes =
        CaseUpdates.decide(
            verdicts,
            before.cases(),
            rules,
            settings.longPast(),
            new BatchTraces(batch, seen),
            now);
    // 9. Archive before hide: a comment is in the archive before it can disappear from the
    // platform.
    archive(archive, ArchiveBatch.of(verdicts, rules, languages));
    // 10. Build the evidence of the few that are escalated.
    List<CaseWrite> captured = new Captures(transaction.getConnection()).fill(writes, now);
    // 11. Write the cases with their orders and escalations, in the same transaction. The hide of
    // an escalated comment is held until its evidence is sealed.
    new CaseWriter(transaction, settings.sealWait()).write(captured, now);
    return verdicts;
  }

  private List<CommentFindings> compare(
      AuthorAndTargetHistory history, List<CommentFindings> alone, RuleSnapshot rules)
      throws SQLException {
    CrossCommentAnalysis analysis = CrossCommentAnalysis.of(alone, rules, context.pileOn());
    List<CommentFindings> together =
        analysis.withPileOns(history.attacksLike(analysis.attacks(), analysis.since()));
    history.addAttacks(analysis.attacks());
    return CrossCommentAnalysis.withStrikes(
        together, history.confirmedStrikes(CrossCommentAnalysis.authors(together)));
  }

  /**
   * Archives the platform's raw answer, the text and the verdict, on which every order of this
   * transaction is based.
   */
  private static void archive(Archive archive, ArchiveBatch rows) throws SQLException {
    archive.addPosts(rows.posts());
    archive.putComments(rows.comments());
    archive.addRevisions(rows.revisions());
  }

  private static Set<String> partitions(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().map(r -> r.topic() + "-" + r.partition()).collect(Collectors.toSet());
  }

  private static Set<String> accounts(List<CommentSeen> seen) {
    return seen.stream().map(s -> s.comment().account()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    detection.close();
  }
}
