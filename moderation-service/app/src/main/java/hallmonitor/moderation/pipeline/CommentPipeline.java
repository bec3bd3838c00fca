package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.JudgingPool.Answer;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.AuthorAndTargetHistory;
import hallmonitor.moderation.store.archive.BatchContext;
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
 * The way of a comment, from a batch of Kafka records to one committed transaction. {@link #handle}
 * is the list of its steps.
 *
 * <p>When it returns, everything is durable; when it throws, nothing happened. The same records
 * again change nothing.
 */
public final class CommentPipeline implements BatchReader.Handler, AutoCloseable {
  private final Jdbi database;
  private final RuleSource inForce;
  private final JudgingPool judging;
  private final Languages languages;
  private final CaseSettings settings;
  private final ContextSettings context;
  private final Clock clock;
  private final Runnable relay;
  private final PipelineMetrics metrics;

  /**
   * @param threads for detecting and judging, at least 1
   * @param context how far to look beyond a comment, and how long
   * @param relay told that something was committed that may have to be published
   */
  public CommentPipeline(
      Jdbi database,
      RuleSource inForce,
      int threads,
      Languages languages,
      CaseSettings settings,
      ContextSettings context,
      Clock clock,
      Runnable relay,
      PipelineMetrics metrics) {
    this.database = database;
    this.inForce = inForce;
    this.judging = new JudgingPool(threads, context.patience(), metrics);
    this.languages = languages;
    this.settings = settings;
    this.context = context;
    this.clock = clock;
    this.relay = relay;
    this.metrics = metrics;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    // 1. Decode: a record that is no comment fails the batch, and is then found by itself.
    List<ReadComment> arrivals = CommentDecoder.decode(batch);
    List<Answer> answers =
        SingleConnection.in(
            database, transaction -> handle(transaction, partitions(batch), arrivals));
    // 11. Publish what was ordered: the relay need not wait for its next look.
    relay.run();
    // 12. Count.
    metrics.handled(arrivals.size(), answers);
  }

  private List<Answer> handle(
      Handle transaction, Set<String> partitions, List<ReadComment> arrivals)
      throws SQLException, InterruptedException {
    Archive archive = new Archive(transaction.getConnection());
    RuleSnapshot rules =
        inForce.knowing(arrivals.stream().map(a -> a.key().account()).collect(Collectors.toSet()));
    Instant now = clock.instant();
    // 2. Own the partitions, so that nobody else works on these comments until this is committed.
    archive.own(partitions);
    // 3. Know what is archived of these comments and of those that they answer, and what the
    // authors
    // of short ones wrote just before.
    BatchContext known = archive.known(keys(arrivals), parents(arrivals));
    addHands(archive, known, arrivals);
    // 4. Sift: leave out what is archived already; the rest in its context.
    List<CommentUpdate> news = UpdateFilter.sift(arrivals, known, context.readTogether());
    // 5. Judge: detect, then let the policy answer. Pure, on several threads.
    List<Answer> judged = metrics.timed(() -> judging.judge(news, rules));
    // 6. Weigh what only other comments tell: pile-ons on one person, the authors' history.
    List<Answer> answers =
        weigh(new AuthorAndTargetHistory(transaction.getConnection()), judged, rules);
    // 7. Decide what that does to the cases: what opens, what is ordered, who is told.
    List<CaseWrite> entries = CaseUpdates.decide(answers, known, rules, settings.longPast(), now);
    // 8. Capture before hide: what is about to vanish from the platform is in the archive first.
    captureBeforeHide(archive, answers, rules);
    // 9. Put together what evidence is made of, for the few that are escalated.
    List<CaseWrite> captured = new Captures(transaction.getConnection()).fill(entries, now);
    // 10. Write the cases with their orders and escalations, in the same transaction. A hide of
    // what is escalated is held until its evidence is sealed.
    new CaseWriter(transaction, settings.sealWait()).write(captured, now);
    return answers;
  }

  /**
   * The platform's raw answer, the text and the verdict: what every order of this transaction rests
   * on.
   */
  private void captureBeforeHide(Archive archive, List<Answer> answers, RuleSnapshot rules)
      throws SQLException {
    ArchiveBatch rows = ArchiveBatch.of(answers, rules, languages);
    archive.addPosts(rows.posts());
    archive.putComments(rows.comments());
    archive.addRevisions(rows.revisions());
  }

  private void addHands(Archive archive, BatchContext known, List<ReadComment> arrivals)
      throws SQLException {
    List<ReadComment> pieces = arrivals.stream().filter(ReadComment::isPiece).toList();
    if (pieces.isEmpty() || context.readTogether().isZero()) {
      return;
    }
    List<Instant> times = pieces.stream().map(a -> a.seen().observedAt()).sorted().toList();
    archive.addHands(
        known,
        pieces.stream().map(ReadComment::hand).collect(Collectors.toSet()),
        times.get(0).minus(context.readTogether()),
        times.get(times.size() - 1));
  }

  private List<Answer> weigh(
      AuthorAndTargetHistory surroundings, List<Answer> judged, RuleSnapshot rules)
      throws SQLException {
    CrossCommentAnalysis weighing = CrossCommentAnalysis.of(judged, rules, context.pileOn());
    List<Answer> answers =
        weighing.among(surroundings.attacksLike(weighing.attacks(), weighing.since()));
    surroundings.addAttacks(weighing.attacks());
    return CrossCommentAnalysis.withHistory(
        answers, surroundings.confirmedStrikes(CrossCommentAnalysis.authors(answers)), rules);
  }

  private static Set<String> partitions(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().map(r -> r.topic() + "-" + r.partition()).collect(Collectors.toSet());
  }

  private static Set<CommentKey> keys(List<ReadComment> arrivals) {
    return arrivals.stream().map(ReadComment::key).collect(Collectors.toSet());
  }

  private static Set<CommentKey> parents(List<ReadComment> arrivals) {
    return arrivals.stream().flatMap(a -> a.parent().stream()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    judging.close();
  }
}
