package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
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
import hallmonitor.moderation.pipeline.steps.DoubtfulComments;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.policy.DoubtfulBand;
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
import java.util.Map;
import java.util.Optional;
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
 * <p>When it returns, everything is durable. When it throws, nothing was changed; or, if a policy
 * reader was asked about some comments, nothing was changed for those. Handling the same records
 * again changes nothing.
 */
public final class CommentPipeline implements BatchReader.Handler, AutoCloseable {
  private final Jdbi database;
  private final RuleSource rulesInForce;
  private final DetectionPool detection;
  private final ThirdOpinion thirdOpinion;
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
   * @param thirdOpinion asked about doubtful comments; not closed here
   * @param context how far to look beyond a comment, and how long
   * @param relay called after a commit that may have to be published
   */
  public CommentPipeline(
      Jdbi database,
      RuleSource rulesInForce,
      int threads,
      ThirdOpinion thirdOpinion,
      Languages languages,
      CaseSettings settings,
      ContextSettings context,
      Clock clock,
      Runnable relay,
      PipelineMetrics metrics) {
    this.database = database;
    this.rulesInForce = rulesInForce;
    this.detection = new DetectionPool(threads, context.patience(), metrics::hanging);
    this.thirdOpinion = thirdOpinion;
    this.languages = languages;
    this.settings = settings;
    this.context = context;
    this.clock = clock;
    this.relay = relay;
    this.metrics = metrics;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    // 1. Decode: a record that is not a comment fails the batch, which is then split to isolate it.
    List<CommentSeen> seen = CommentDecoder.decode(batch);
    Handled sure =
        SingleConnection.in(
            database, t -> handle(t, batch, seen, thirdOpinion.asksAbout(), Map.of()));
    finish(seen.size() - sure.left(), sure);
    if (!sure.doubtful().questions().isEmpty()) {
      handleDoubtful(batch, seen, sure.doubtful().questions());
    }
  }

  private Handled handle(
      Handle transaction,
      List<ConsumerRecord<byte[], byte[]>> batch,
      List<CommentSeen> seen,
      Optional<DoubtfulBand> asksAbout,
      Map<Subject, Finding> readings)
      throws SQLException, InterruptedException {
    Archive archive = new Archive(transaction.getConnection());
    RuleSnapshot rules = rulesInForce.knowing(accounts(seen));
    Instant now = clock.instant();
    // 2. Lock the partitions, so that no one else works on these comments until the commit.
    archive.own(partitions(batch));
    // 3. Load the archived state of these comments and their parents, and what the authors of short
    // ones wrote just before.
    BatchContext before =
        BatchContext.load(
            archive, new CaseTable(transaction.getConnection()), seen, context.readTogether());
    // 4. Filter: skip what is archived already.
    List<CommentUpdate> updates = UpdateFilter.updates(seen, before, context.readTogether());
    // 5. Detect. Pure, on several threads.
    List<CommentFindings> alone = metrics.timed(() -> detection.detect(updates, rules));
    // 6. Add findings that need other comments: pile-ons on one person, the authors' history.
    AuthorAndTargetHistory history = new AuthorAndTargetHistory(transaction.getConnection());
    CrossCommentAnalysis analysis = CrossCommentAnalysis.of(alone, rules, context.pileOn());
    List<CommentFindings> all = compare(history, analysis);
    // 7. Judge: the policy answers once for each comment, with everything known about it. Comments
    // that the policy reader is asked about wait; everything else continues.
    DoubtfulComments doubtful =
        DoubtfulComments.of(
            all.stream().map(found -> found.with(readings).judge(rules)).toList(),
            rules,
            asksAbout,
            now.minus(settings.longPast()));
    List<CommentVerdict> verdicts = doubtful.now();
    history.addAttacks(analysis.attacksWithout(doubtful.waiting()));
    // 8. Decide the effects on the cases: what opens, what is ordered, who is notified.
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
    return new Handled(updates.size(), doubtful);
  }

  private void finish(int read, Handled handled) {
    // 12. Publish the orders: the relay need not wait for its next check.
    relay.run();
    // 13. Count.
    metrics.handled(read, handled.doubtful().now().stream().map(CommentVerdict::verdict).toList());
  }

  /**
   * What one transaction did.
   *
   * @param updates in the batch
   */
  private record Handled(int updates, DoubtfulComments doubtful) {
    /** Returns how many updates it left for later. */
    int left() {
      return updates - doubtful.now().size();
    }
  }

  /** What is sure has been written, so the same steps find only the doubtful ones new. */
  private void handleDoubtful(
      List<ConsumerRecord<byte[], byte[]>> batch,
      List<CommentSeen> seen,
      List<ReaderQuestion> questions)
      throws Exception {
    // 14. Ask the policy reader about the doubtful ones, while no transaction is open.
    Map<Subject, Finding> readings = thirdOpinion.ask(questions);
    Handled rest =
        SingleConnection.in(database, t -> handle(t, batch, seen, Optional.empty(), readings));
    finish(rest.doubtful().now().size(), rest);
  }

  private static List<CommentFindings> compare(
      AuthorAndTargetHistory history, CrossCommentAnalysis analysis) throws SQLException {
    List<CommentFindings> together =
        analysis.withPileOns(history.attacksLike(analysis.attacks(), analysis.since()));
    return CrossCommentAnalysis.withStrikes(
        together, history.confirmedStrikes(CrossCommentAnalysis.authors(together)));
  }

  /**
   * Archives the platform's raw answer, the text and the verdict, the basis of every order in this
   * transaction.
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
