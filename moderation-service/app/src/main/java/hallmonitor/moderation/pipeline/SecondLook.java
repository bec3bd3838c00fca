package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.Blame;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.Worker;
import hallmonitor.moderation.casework.CommentKey;
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
import hallmonitor.moderation.pipeline.steps.PicturesToRead;
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
 *
 * <p>A comment that fails alone waits behind the others. After {@value #MOST_FAILURES} failures a
 * person must look at it, as after {@value TurnClaim#MOST_DEATHS} turns that came to no end. Any
 * other failure, such as an unreachable database, is retried and reported through {@link #fault()}.
 */
public final class SecondLook implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SecondLook.class.getName());

  /** Another instance takes over so long after this one died. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  static final int MOST_FAILURES = 3;

  private final LookParts parts;
  private final Precedence.GivingWay givingWay;
  private final DetectionPool detection;
  private final TurnSize size = new TurnSize(4, 32, 256);
  private final TurnClaim claim;
  private final TurnLease lease;
  private final Worker worker = new Worker("second-look", this::lookAtSome).essential();

  /**
   * Creates the second look.
   *
   * @param threads for detecting, at least 1
   * @param precedence of the look-ahead
   */
  public SecondLook(LookParts parts, int threads, Precedence precedence) {
    this(parts, threads, precedence, LEASE);
  }

  SecondLook(LookParts parts, int threads, Precedence precedence, Duration lease) {
    this.parts = parts;
    this.claim = new TurnClaim(parts.database());
    this.lease = new TurnLease(parts.database(), lease);
    this.givingWay = precedence.ofSecondLook();
    this.detection = parts.detection(threads);
  }

  public SecondLook start() {
    lease.start();
    worker.start();
    return this;
  }

  /** Signals a commit that may have left something. Without it, it checks every second. */
  public void wake() {
    worker.wake();
  }

  /** Returns what keeps it from reading, in words; empty if it reads. */
  public Optional<String> fault() {
    return worker.fault().or(lease::fault);
  }

  public boolean alive() {
    return worker.alive() && lease.alive();
  }

  /**
   * Takes one turn.
   *
   * @return the time until another is due; zero if there may be more
   */
  Duration lookAtSome() throws Exception {
    givingWay.giveWay();
    // 1. Claim the most dangerous.
    List<Waiting> claimed = claim.next(size.comments(), lease.length());
    if (claimed.isEmpty()) {
      return Worker.IDLE;
    }
    lease.begin(claimed);
    try {
      return mayLookAt(claimed) && lookAt(claimed) ? Duration.ZERO : Worker.IDLE;
    } catch (Exception | LinkageError | StackOverflowError e) {
      release(claimed, e);
      throw e;
    } finally {
      lease.end();
    }
  }

  /** If not even that can be written, it counts as a failure, and waits behind the others. */
  private boolean mayLookAt(List<Waiting> claimed) throws Exception {
    if (claimed.stream().noneMatch(w -> w.deaths() >= TurnClaim.MOST_DEATHS)) {
      return true;
    }
    LOG.log(
        System.Logger.Level.ERROR,
        "The second look at comment {1} came to no end {0} times, because the process ended or hung."
            + " A person must look at it.",
        TurnClaim.MOST_DEATHS,
        claimed.get(0).key());
    try {
      leaveToPerson(claimed, new IllegalStateException("it came to no end"));
    } catch (Exception | StackOverflowError e) {
      if (!mayBeOnRecord(e)) {
        throw e;
      }
      failed(claimed, e);
    }
    return false;
  }

  private void leaveToPerson(List<Waiting> comment, Throwable why) throws Exception {
    RuleSnapshot rules = parts.rulesInForce().knowing(Waiting.accounts(comment));
    commit(comment, SecondVerdicts.failed(updates(comment), why), Map.of(), rules);
  }

  /** What was written is no longer claimed; for the rest, the claim would end by itself. */
  private void release(List<Waiting> claimed, Throwable failure) {
    try {
      parts.database().useTransaction(t -> new SecondLookQueue(t.getConnection()).release(claimed));
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Looks at comments together, or, if that fails, at each by itself.
   *
   * @return false if one of them failed alone
   */
  private boolean lookAt(List<Waiting> claimed) throws Exception {
    try {
      lookAtAll(claimed);
      return true;
    } catch (Exception | Error e) {
      if (!mayBeOnRecord(e)) {
        throw e;
      }
      Map<CommentKey, List<Waiting>> comments =
          claimed.stream().collect(Collectors.groupingBy(Waiting::key));
      if (comments.size() == 1) {
        failed(claimed, e);
        return false;
      }
      // That takes longer.
      lease.begin(claimed);
      lease.renew();
      boolean all = true;
      for (List<Waiting> one : comments.values()) {
        all &= lookAt(one);
        worker.progressed();
      }
      return all;
    }
  }

  private boolean mayBeOnRecord(Throwable failure) {
    return Blame.mayBeOnRecord(failure, Database.health(parts.database()));
  }

  /**
   * After some failures a person looks instead. If even that cannot be written, it stays and is
   * tried again ever later, and the service says so.
   */
  private void failed(List<Waiting> comment, Throwable why) throws Exception {
    int failures =
        parts.database().inTransaction(t -> new SecondLookQueue(t.getConnection()).failed(comment));
    if (failures <= MOST_FAILURES) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The second look failed on comment " + comment.get(0).key() + ".",
          why);
    }
    try {
      if (failures >= MOST_FAILURES) {
        leaveToPerson(comment, why);
      }
    } catch (Exception | StackOverflowError e) {
      if (!mayBeOnRecord(e)) {
        throw e;
      }
      postpone(comment, failures, e);
    } finally {
      parts.database().useTransaction(t -> new SecondLookQueue(t.getConnection()).release(comment));
    }
  }

  /** The log has the whole cause once, and then a line for each try. */
  private void postpone(List<Waiting> comment, int failures, Throwable why) throws SQLException {
    Duration wait = RetryWait.after(failures - MOST_FAILURES + 1);
    LOG.log(
        System.Logger.Level.ERROR,
        "Comment %s cannot be put before a person either (%s). It is tried again in %d s."
            .formatted(comment.get(0).key(), why.getClass().getSimpleName(), wait.toSeconds()),
        failures == MOST_FAILURES ? why : null);
    parts
        .database()
        .useTransaction(t -> new SecondLookQueue(t.getConnection()).postpone(comment, wait));
  }

  private void lookAtAll(List<Waiting> claimed) throws Exception {
    RuleSnapshot rules = parts.rulesInForce().knowing(Waiting.accounts(claimed));
    rules.detectors().prepare();
    long start = System.nanoTime();
    // 2. Detect, with all models. Pure, on several threads, and no transaction is open.
    List<CommentFindings> alone = detection.detect(updates(claimed), rules, WhichLook.SECOND);
    size.took(claimed.size(), Duration.ofNanos(System.nanoTime() - start));
    // 3. Write. What the policy reader is asked about waits for its answer, and nothing else does.
    List<ReaderQuestion> questions = questions(alone, rules);
    Set<CommentKey> asked =
        questions.stream()
            .map(question -> question.subject().comment())
            .collect(Collectors.toSet());
    commit(claimed.stream().filter(w -> !asked.contains(w.key())).toList(), alone, Map.of(), rules);
    if (!asked.isEmpty()) {
      List<Waiting> doubtful = claimed.stream().filter(w -> asked.contains(w.key())).toList();
      commit(doubtful, alone, parts.thirdOpinion().ask(questions), rules);
    }
  }

  private List<ReaderQuestion> questions(List<CommentFindings> alone, RuleSnapshot rules)
      throws Exception {
    return parts.thirdOpinion().asksAbout().isEmpty()
        ? List.of()
        : parts
            .database()
            .inTransaction(
                t ->
                    parts
                        .doubtful(rules, parts.clock().instant())
                        .questions(
                            SecondVerdicts.of(
                                comparison(t, alone, rules).findings(), Map.of(), rules)));
  }

  private void commit(
      List<Waiting> claimed,
      List<CommentFindings> alone,
      Map<Subject, Finding> readings,
      RuleSnapshot rules)
      throws Exception {
    if (claimed.isEmpty()) {
      return;
    }
    List<CommentVerdict> verdicts =
        parts.database().inTransaction(t -> write(t, claimed, alone, readings, rules));
    parts.committed().run();
    parts.metrics().judged(CommentVerdict.last(verdicts));
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
    // What was disposed of is no longer in the queue.
    List<Waiting> waited = new SecondLookQueue(transaction.getConnection()).take(claimed);
    BatchContext before = load(transaction, waited);
    List<CommentFindings> present = SecondVerdicts.about(updates(before, waited), alone);
    CommentComparison others = comparison(transaction, present, rules);
    List<CommentVerdict> verdicts = SecondVerdicts.of(others.findings(), readings, rules);
    others.keep(verdicts);
    ArchiveBatch.of(verdicts, rules, parts.languages()).judgeAgain(archive);
    parts.writeCases(
        transaction,
        WhichLook.SECOND,
        verdicts,
        before.cases(),
        rules,
        new BatchTraces(waited),
        now);
    new PicturesToRead(transaction.getConnection()).judged(verdicts);
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
        Waiting.events(waiting),
        parts.context().readTogether(),
        Duration.ZERO);
  }

  private List<CommentUpdate> updates(List<Waiting> waiting) throws Exception {
    return parts
        .database()
        .inTransaction(
            t -> new PicturesToRead(t.getConnection()).heard(updates(load(t, waiting), waiting)));
  }

  private List<CommentUpdate> updates(BatchContext context, List<Waiting> waiting) {
    return UpdateFilter.archived(Waiting.events(waiting), context, parts.context().readTogether());
  }

  /** Finishes the present turn, then stops. */
  @Override
  public void close() {
    worker.close();
    lease.close();
    detection.close();
  }
}
