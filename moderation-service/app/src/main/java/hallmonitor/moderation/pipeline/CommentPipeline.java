package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.pipeline.Judging.Answer;
import hallmonitor.moderation.store.Archive;
import hallmonitor.moderation.store.Captures;
import hallmonitor.moderation.store.CaseEntry;
import hallmonitor.moderation.store.CaseWriter;
import hallmonitor.moderation.store.Known;
import hallmonitor.moderation.store.Surroundings;
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
  private final RulesInForce inForce;
  private final Judging judging;
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
      RulesInForce inForce,
      int threads,
      Languages languages,
      CaseSettings settings,
      ContextSettings context,
      Clock clock,
      Runnable relay,
      PipelineMetrics metrics) {
    this.database = database;
    this.inForce = inForce;
    this.judging = new Judging(threads, context.patience(), metrics);
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
    List<Arrival> arrivals = Decoding.decode(batch);
    List<Answer> answers =
        OneTransaction.in(
            database, transaction -> handle(transaction, partitions(batch), arrivals));
    // 11. Publish what was ordered: the relay need not wait for its next look.
    relay.run();
    // 12. Count.
    metrics.handled(arrivals.size(), answers);
  }

  private List<Answer> handle(Handle transaction, Set<String> partitions, List<Arrival> arrivals)
      throws SQLException, InterruptedException {
    Archive archive = new Archive(transaction.getConnection());
    InForce rules =
        inForce.knowing(arrivals.stream().map(a -> a.key().account()).collect(Collectors.toSet()));
    Instant now = clock.instant();
    // 2. Own the partitions, so that nobody else works on these comments until this is committed.
    archive.own(partitions);
    // 3. Know what is archived of these comments and of those that they answer, and what the
    // authors
    // of short ones wrote just before.
    Known known = archive.known(keys(arrivals), parents(arrivals));
    addHands(archive, known, arrivals);
    // 4. Sift: leave out what is archived already; the rest in its context.
    List<News> news = Sifting.sift(arrivals, known, context.readTogether());
    // 5. Judge: detect, then let the policy answer. Pure, on several threads.
    List<Answer> judged = metrics.timed(() -> judging.judge(news, rules));
    // 6. Weigh what only other comments tell: pile-ons on one person, the authors' history.
    List<Answer> answers = weigh(new Surroundings(transaction.getConnection()), judged, rules);
    // 7. Decide what that does to the cases: what opens, what is ordered, who is told.
    List<CaseEntry> entries = Deciding.decide(answers, known, rules, settings.longPast(), now);
    // 8. Capture before hide: what is about to vanish from the platform is in the archive first.
    captureBeforeHide(archive, answers, rules);
    // 9. Put together what evidence is made of, for the few that are escalated.
    List<CaseEntry> captured = new Captures(transaction.getConnection()).fill(entries, now);
    // 10. Write the cases with their orders and escalations, in the same transaction. A hide of
    // what is escalated is held until its evidence is sealed.
    new CaseWriter(transaction, settings.sealWait()).write(captured, now);
    return answers;
  }

  /**
   * The platform's raw answer, the text and the verdict: what every order of this transaction rests
   * on.
   */
  private void captureBeforeHide(Archive archive, List<Answer> answers, InForce rules)
      throws SQLException {
    Rows rows = Rows.of(answers, rules, languages);
    archive.addPosts(rows.posts());
    archive.putComments(rows.comments());
    archive.addRevisions(rows.revisions());
  }

  private void addHands(Archive archive, Known known, List<Arrival> arrivals) throws SQLException {
    List<Arrival> pieces = arrivals.stream().filter(Arrival::isPiece).toList();
    if (pieces.isEmpty() || context.readTogether().isZero()) {
      return;
    }
    List<Instant> times = pieces.stream().map(a -> a.seen().observedAt()).sorted().toList();
    archive.addHands(
        known,
        pieces.stream().map(Arrival::hand).collect(Collectors.toSet()),
        times.get(0).minus(context.readTogether()),
        times.get(times.size() - 1));
  }

  private List<Answer> weigh(Surroundings surroundings, List<Answer> judged, InForce rules)
      throws SQLException {
    Weighing weighing = Weighing.of(judged, rules, context.pileOn());
    List<Answer> answers =
        weighing.among(surroundings.attacksLike(weighing.attacks(), weighing.since()));
    surroundings.addAttacks(weighing.attacks());
    return Weighing.withHistory(
        answers, surroundings.confirmedStrikes(Weighing.authors(answers)), rules);
  }

  private static Set<String> partitions(List<ConsumerRecord<byte[], byte[]>> batch) {
    return batch.stream().map(r -> r.topic() + "-" + r.partition()).collect(Collectors.toSet());
  }

  private static Set<CommentKey> keys(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::key).collect(Collectors.toSet());
  }

  private static Set<CommentKey> parents(List<Arrival> arrivals) {
    return arrivals.stream().flatMap(a -> a.parent().stream()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    judging.close();
  }
}
