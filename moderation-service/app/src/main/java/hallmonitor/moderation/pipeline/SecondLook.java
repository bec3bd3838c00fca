package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.messaging.Worker;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion;
import hallmonitor.moderation.pipeline.opinion.ReaderQuestion.Subject;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.steps.ArchiveBatch;
import hallmonitor.moderation.pipeline.steps.BatchContext;
import hallmonitor.moderation.pipeline.steps.BatchTraces;
import hallmonitor.moderation.pipeline.steps.CommentFindings;
import hallmonitor.moderation.pipeline.steps.CommentUpdate;
import hallmonitor.moderation.pipeline.steps.CommentVerdict;
import hallmonitor.moderation.pipeline.steps.DetectionPool;
import hallmonitor.moderation.pipeline.steps.SecondVerdicts;
import hallmonitor.moderation.pipeline.steps.UpdateFilter;
import hallmonitor.moderation.pipeline.steps.WhichLook;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import hallmonitor.moderation.store.archive.SecondLookQueue.Waiting;
import hallmonitor.moderation.store.cases.CaseTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The second look: reads what the first one left with all models, the most dangerous first, and
 * gives the same revision another verdict. It reads without a transaction, a short time at once, so
 * that what arrives meanwhile and is more dangerous does not wait. Any number of instances share
 * the work, and another one takes over what one has left when it dies.
 */
public final class SecondLook implements AutoCloseable {
  /** Longer than one turn can take, with a policy reader that answers slowly. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final LookParts parts;
  private final DetectionPool detection;
  private final TurnSize size = new TurnSize();
  private final Worker worker = new Worker("second-look", this::lookAtSome);

  /**
   * Creates the second look.
   *
   * @param threads for detecting, at least 1
   */
  public SecondLook(LookParts parts, int threads) {
    this.parts = parts;
    this.detection = parts.detection(threads);
  }

  public SecondLook start() {
    worker.start();
    return this;
  }

  /** Signals a commit that may have left something. Without it, it checks every second. */
  public void wake() {
    worker.wake();
  }

  /** Returns what keeps it from reading, in words; empty if it reads. */
  public Optional<String> fault() {
    return worker.fault();
  }

  public boolean alive() {
    return worker.alive();
  }

  /**
   * Takes one turn.
   *
   * @return the time until another is due; zero if there may be more
   */
  Duration lookAtSome() throws Exception {
    // 1. Claim the most dangerous.
    List<Waiting> claimed =
        SingleConnection.in(
            parts.database(),
            t -> new SecondLookQueue(t.getConnection()).claim(size.comments(), LEASE));
    if (claimed.isEmpty()) {
      return Worker.IDLE;
    }
    try {
      lookAt(claimed);
    } catch (Exception e) {
      release(claimed, e);
      throw e;
    }
    return Duration.ZERO;
  }

  /** What was written is no longer claimed; for the rest, the claim would end by itself. */
  private void release(List<Waiting> claimed, Exception failure) {
    try {
      parts.database().useTransaction(t -> new SecondLookQueue(t.getConnection()).release(claimed));
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void lookAt(List<Waiting> claimed) throws Exception {
    long start = System.nanoTime();
    RuleSnapshot rules = parts.rulesInForce().knowing(accounts(claimed));
    List<CommentUpdate> updates =
        SingleConnection.in(parts.database(), t -> updates(load(t, claimed), claimed));
    // 2. Detect, with all models. Pure, on several threads, and no transaction is open.
    List<CommentFindings> alone = detection.detect(updates, rules, WhichLook.SECOND);
    size.took(claimed.size(), Duration.ofNanos(System.nanoTime() - start));
    // 3. Ask the policy reader about the doubtful ones.
    Map<Subject, Finding> readings = ask(alone, rules);
    // 4. Write.
    writeApart(claimed, alone, readings, rules);
  }

  /**
   * Writes them together, or, if that fails, each comment by itself, so that one that cannot be
   * written delays no other. Its claim ends, and it is tried again after the others.
   */
  private void writeApart(
      List<Waiting> claimed,
      List<CommentFindings> alone,
      Map<Subject, Finding> readings,
      RuleSnapshot rules)
      throws Exception {
    try {
      commit(claimed, alone, readings, rules);
    } catch (Exception e) {
      Collection<List<Waiting>> comments =
          claimed.stream().collect(Collectors.groupingBy(Waiting::key)).values();
      if (comments.size() == 1) {
        throw e;
      }
      Exception last = null;
      for (List<Waiting> one : comments) {
        try {
          commit(one, alone, readings, rules);
        } catch (Exception again) {
          last = again;
        }
      }
      if (last != null) {
        throw last;
      }
    }
  }

  private void commit(
      List<Waiting> claimed,
      List<CommentFindings> alone,
      Map<Subject, Finding> readings,
      RuleSnapshot rules)
      throws Exception {
    List<CommentVerdict> verdicts =
        SingleConnection.in(parts.database(), t -> write(t, claimed, alone, readings, rules));
    parts.committed().run();
    parts.metrics().judged(CommentVerdict.last(verdicts));
  }

  private Map<Subject, Finding> ask(List<CommentFindings> alone, RuleSnapshot rules)
      throws Exception {
    if (parts.thirdOpinion().asksAbout().isEmpty()) {
      return Map.of();
    }
    List<ReaderQuestion> questions =
        SingleConnection.in(
            parts.database(),
            t ->
                parts
                    .doubtful(rules, parts.clock().instant())
                    .questions(
                        SecondVerdicts.of(
                            comparison(t, alone, rules).findings(), Map.of(), rules)));
    return questions.isEmpty() ? Map.of() : parts.thirdOpinion().ask(questions);
  }

  private List<CommentVerdict> write(
      Handle transaction,
      List<Waiting> claimed,
      List<CommentFindings> alone,
      Map<Subject, Finding> readings,
      RuleSnapshot rules)
      throws SQLException {
    Archive archive = new Archive(transaction.getConnection());
    Instant now = parts.clock().instant();
    // Disposal waits, and what it has disposed of is no longer in the queue.
    archive.own(Set.of());
    List<Waiting> waited = new SecondLookQueue(transaction.getConnection()).take(claimed);
    BatchContext before = load(transaction, waited);
    List<CommentFindings> present = SecondVerdicts.about(updates(before, waited), alone);
    CommentComparison others = comparison(transaction, present, rules);
    List<CommentVerdict> verdicts = SecondVerdicts.of(others.findings(), readings, rules);
    others.keep(verdicts);
    ArchiveBatch.of(verdicts, rules, parts.languages()).judgeAgain(archive, now);
    parts.writeCases(
        transaction,
        WhichLook.SECOND,
        verdicts,
        before.cases(),
        rules,
        new BatchTraces(waited),
        now);
    return verdicts;
  }

  private CommentComparison comparison(
      Handle transaction, List<CommentFindings> alone, RuleSnapshot rules) {
    return new CommentComparison(transaction.getConnection(), alone, rules, parts.context());
  }

  private BatchContext load(Handle transaction, List<Waiting> waiting) throws SQLException {
    return BatchContext.load(
        new Archive(transaction.getConnection()),
        new CaseTable(transaction.getConnection()),
        seen(waiting),
        parts.context().readTogether());
  }

  private List<CommentUpdate> updates(BatchContext context, List<Waiting> waiting) {
    return UpdateFilter.archived(seen(waiting), context, parts.context().readTogether());
  }

  private static List<CommentSeen> seen(List<Waiting> waiting) {
    return waiting.stream().map(Waiting::seen).toList();
  }

  private static Set<String> accounts(List<Waiting> waiting) {
    return waiting.stream().map(w -> w.key().account()).collect(Collectors.toSet());
  }

  /** Finishes the present turn, then stops. */
  @Override
  public void close() {
    worker.close();
    detection.close();
  }
}
